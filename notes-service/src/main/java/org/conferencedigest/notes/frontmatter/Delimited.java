package org.conferencedigest.notes.frontmatter;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in a text its front matter stands.
 *
 * @param from where the content begins
 * @param to where the content ends
 * @param end where the body begins
 */
record Delimited(Format format, int from, int to, int end) {

  private static final Pattern OBJECT = Pattern.compile("\\{\\s*[\"}]");

  static Delimited in(String text) {
    int start = text.startsWith("\ufeff") ? 1 : 0;
    if (isDelimiter(text, start, "+++")) {
      return between(text, start, "+++", "+++", Format.TOML);
    }
    if (isDelimiter(text, start, "---")) {
      // Jekyll and Pandoc take YAML's own end of a document, too.
      return between(text, start, "---", "...", Format.YAML);
    }
    // Shortcodes, Liquid tags and Kramdown attributes begin with a brace, too.
    if (OBJECT.matcher(text).region(start, text.length()).lookingAt()) {
      return object(text, start);
    }
    return pairs(text, start);
  }

  private static Delimited between(
      String text, int start, String delimiter, String other, Format format) {
    int from = lineAfter(text, start);
    for (int line = from; line < text.length(); line = lineAfter(text, line)) {
      if (isDelimiter(text, line, delimiter) || isDelimiter(text, line, other)) {
        return new Delimited(format, from, line, lineAfter(text, line));
      }
    }
    return nothing();
  }

  /** Lines of keys with values, up to the first blank line, which is part of the delimiter. */
  private static Delimited pairs(String text, int start) {
    int line = start;
    while (line < text.length()) {
      int next = lineAfter(text, line);
      if (text.substring(line, next).isBlank()) {
        break;
      }
      boolean goesOn = line > start && (text.charAt(line) == ' ' || text.charAt(line) == '\t');
      if (line - start > FrontMatter.LONGEST
          || (!goesOn && !PairsDialect.isPair(text, line, next))) {
        return nothing();
      }
      line = next;
    }
    return PairsDialect.isFrontMatter(text.substring(start, line))
        ? new Delimited(Format.PAIRS, start, line, lineAfter(text, line))
        : nothing();
  }

  private static Delimited object(String text, int start) {
    int to = JsonDialect.endOfObject(text, start);
    if (to < 0) {
      return nothing();
    }
    int end = lineAfter(text, to);
    return text.substring(to, end).isBlank()
        ? new Delimited(Format.JSON, start, to, end)
        : nothing();
  }

  private static Delimited nothing() {
    return new Delimited(Format.NONE, 0, 0, 0);
  }

  /** What may be said of a text that only seems to begin a front matter. */
  @Nullable FrontMatterProblem unclosed(String text) {
    int start = text.startsWith("\ufeff") ? 1 : 0;
    if (isDelimiter(text, start, "+++")) {
      return new FrontMatterProblem(1, "The front matter opened by +++ is never closed.");
    }
    // A lone --- is a thematic break; a lone brace, text.
    return null;
  }

  String content(String raw) {
    return raw.substring(from, to);
  }

  int linesBefore(String raw) {
    return (int) raw.substring(0, from).chars().filter(c -> c == '\n').count();
  }

  private static boolean isDelimiter(String text, int line, String delimiter) {
    if (!text.startsWith(delimiter, line)) {
      return false;
    }
    int end = lineAfter(text, line);
    return text.substring(line + delimiter.length(), end).isBlank();
  }

  private static int lineAfter(String text, int position) {
    int newline = text.indexOf('\n', position);
    return newline < 0 ? text.length() : newline + 1;
  }
}
