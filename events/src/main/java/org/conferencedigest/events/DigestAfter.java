package org.conferencedigest.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The token of a write: which versions a digest must hold to show it. A write answers with it in
 * the header {@link #HEADER}; a read of the conference's digest that sends it back waits for them.
 *
 * <p>Clients treat the token as opaque. Its text is base64url of one line per entity, {@code
 * <version> <entity>}, the conference's slug first.
 *
 * @param versions the least version by entity (see {@link DigestEvent#entity()}); at most {@link
 *     #MOST_ENTITIES}
 */
public record DigestAfter(String conference, Map<String, Long> versions) {

  public static final String HEADER = "Digest-After";

  /** How many entities a token names at the most. */
  public static final int MOST_ENTITIES = 8;

  private static final int LONGEST = 4_096;

  public DigestAfter {
    if (versions.size() > MOST_ENTITIES) {
      throw new IllegalArgumentException("a token names at most " + MOST_ENTITIES + " entities");
    }
    versions = Map.copyOf(versions);
  }

  /** The token of a write that one event tells of. */
  public static DigestAfter of(DigestEvent event) {
    return new DigestAfter(event.conference(), Map.of(event.entity(), event.version()));
  }

  /** The text to send in a header. */
  public String encode() {
    StringBuilder lines = new StringBuilder(conference);
    new TreeMap<>(versions)
        .forEach(
            (entity, version) -> lines.append('\n').append(version).append(' ').append(entity));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(lines.toString().getBytes(UTF_8));
  }

  /**
   * The token of a text that {@link #encode()} made.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  public static DigestAfter decode(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("not a Digest-After token: too long");
    }
    String[] lines = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\n", -1);
    Map<String, Long> versions = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int space = lines[i].indexOf(' ');
      if (space < 1) {
        throw new IllegalArgumentException("not a Digest-After token: a line without a version");
      }
      versions.put(lines[i].substring(space + 1), Long.parseLong(lines[i].substring(0, space)));
    }
    return new DigestAfter(lines[0], versions);
  }
}
