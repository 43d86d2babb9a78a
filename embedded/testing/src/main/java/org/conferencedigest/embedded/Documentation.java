package org.conferencedigest.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the documents say, for tests that hold the code against them. */
public final class Documentation {

  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  private Documentation() {}

  /**
   * The settings in those parts of the table in {@code docs/operations.md}, each as {@code property
   * | variable | default | bounds}, without what has none.
   *
   * @param parts the headings of the parts
   */
  public static List<String> settings(String... parts) {
    List<String> settings = new ArrayList<>();
    List<String> wanted = List.of(parts);
    boolean within = false;
    for (String line : lines("docs/operations.md")) {
      if (line.startsWith("#")) {
        within = wanted.contains(line.replaceFirst("#+ ", ""));
      } else if (within && line.startsWith("| `")) {
        settings.add(setting(line));
      }
    }
    return settings;
  }

  private static String setting(String row) {
    String[] cells = row.split("(?<!\\\\)\\|", -1);
    List<String> names = quoted(cells[1]);
    List<String> defaults = quoted(cells[2]);
    return String.join(
        " | ",
        names.getLast(),
        names.size() > 1 ? names.getFirst() : "",
        defaults.isEmpty() ? "" : defaults.getFirst(),
        cells[3].strip());
  }

  private static List<String> quoted(String cell) {
    return QUOTED.matcher(cell).results().map((MatchResult result) -> result.group(1)).toList();
  }

  private static List<String> lines(String file) {
    Path path = Installation.here().root().resolve(file);
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
