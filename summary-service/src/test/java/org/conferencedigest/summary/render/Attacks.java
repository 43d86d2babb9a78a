package org.conferencedigest.summary.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Texts that would run a script, or take over a page, if they were taken as they are. */
final class Attacks {

  /** One on a line, with Java's escapes; also what a browser is shown in the system tests. */
  private static final List<String> WHOLE = read();

  private Attacks() {}

  private static List<String> read() {
    try (InputStream in = Attacks.class.getResourceAsStream("/attacks.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
          .lines()
          .map(String::translateEscapes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> all() {
    return WHOLE;
  }

  /** The attacks, halves of them, and what may stand between. */
  static List<String> pieces() {
    List<String> pieces = new ArrayList<>(WHOLE);
    for (String attack : WHOLE) {
      pieces.add(attack.substring(0, attack.length() / 2));
      pieces.add(attack.substring(attack.length() / 2));
    }
    pieces.addAll(
        List.of(
            "\n", "\n\n", " ", "> ", "- ", "*", "**", "_", "`", "[", "](", ")", "<", ">", "\"", "'",
            "=", "&", "<!--", "-->", "<b>", "</b>", "<pre>", "</pre>", "|", "a", "é", "שלום", "😀",
            "\u0000", "\uD800"));
    return pieces;
  }
}
