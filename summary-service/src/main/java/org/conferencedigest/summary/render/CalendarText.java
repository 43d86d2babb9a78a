package org.conferencedigest.summary.render;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes the lines of an iCalendar stream (RFC 5545, section 3.1). */
final class CalendarText {

  /** "Lines of text SHOULD NOT be longer than 75 octets, excluding the line break." */
  private static final int LONGEST_LINE = 75;

  private final StringBuilder lines = new StringBuilder();

  /** A property whose value is written as it stands. */
  CalendarText property(String name, String value) {
    fold(name + ":" + clean(value, ""));
    return this;
  }

  /** A property whose value is a text for people; nothing if it is blank. */
  CalendarText text(String name, String value) {
    return value.isBlank() ? this : property(name, escaped(value));
  }

  /** A text as a value, or as one of several (RFC 5545, section 3.3.11). */
  static String escaped(String text) {
    return clean(text.strip().replace("\r\n", "\n").replace('\r', '\n'), "\n")
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\n", "\\n");
  }

  /** Without control characters, and without halves of pairs. */
  private static String clean(String text, String allowed) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c == '\t' || !Character.isISOControl(c) || allowed.indexOf(c) >= 0)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** "Any sequence of CRLF followed immediately by a single linear white-space is removed." */
  private void fold(String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      int next = i + Character.charCount(c);
      int length = line.substring(i, next).getBytes(UTF_8).length;
      if (octets + length > LONGEST_LINE) {
        lines.append("\r\n ");
        octets = 1;
      }
      lines.appendCodePoint(c);
      octets += length;
      i = next;
    }
    lines.append("\r\n");
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
