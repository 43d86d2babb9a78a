package org.conferencedigest.notes.frontmatter;

import java.util.ArrayList;
import java.util.List;

/** Where the statements of a TOML text stand; for a text that a TOML parser has taken. */
final class TomlStatements {

  private final String toml;
  private final List<Statement> statements = new ArrayList<>();
  private List<String> table = List.of();

  private TomlStatements(String toml) {
    this.toml = toml;
  }

  /**
   * A key with its value, or the header of a table.
   *
   * @param path the keys from the root on
   * @param inRoot whether it is written in the root table, before any header
   * @param start where its line begins
   * @param valueFrom where its value begins; the end of a header
   * @param end where the next line begins
   */
  record Statement(
      List<String> path, boolean inRoot, int start, int valueFrom, int valueTo, int end) {

    boolean isPlainKey() {
      return inRoot && path.size() == 1;
    }
  }

  static List<Statement> of(String toml) {
    TomlStatements scan = new TomlStatements(toml);
    int position = 0;
    while (position < toml.length()) {
      position = scan.line(position);
    }
    return scan.statements;
  }

  /** How deep brackets nest outside of strings and comments, in any text. */
  static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (c == '[' || c == '{') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == ']' || c == '}') {
        depth--;
      }
      i = c == '#' ? endOfLine(text, i) : c == '"' || c == '\'' ? endOfString(text, i) : i + 1;
    }
    return deepest;
  }

  private int line(int start) {
    int position = blanks(start);
    if (position >= toml.length()) {
      return position;
    }
    return switch (toml.charAt(position)) {
      case '\n', '\r', '#' -> next(position);
      case '[' -> header(start, position);
      default -> pair(start, position);
    };
  }

  private int header(int start, int bracket) {
    List<String> path = new ArrayList<>();
    int position = blanks(toml.startsWith("[[", bracket) ? bracket + 2 : bracket + 1);
    position = keys(position, path);
    int end = next(position);
    table = List.copyOf(path);
    statements.add(new Statement(table, false, start, end, end, end));
    return end;
  }

  private int pair(int start, int key) {
    List<String> path = new ArrayList<>(table);
    int position = keys(key, path);
    int from = blanks(Math.min(position + 1, toml.length()));
    int to = Math.max(from, endOfValue(from));
    int end = Math.max(start + 1, next(to));
    statements.add(
        new Statement(
            List.copyOf(path), table.isEmpty(), start, from, to, Math.min(end, toml.length())));
    return end;
  }

  /** Reads {@code a."b".c} and what is blank behind it. */
  private int keys(int start, List<String> path) {
    int position = start;
    while (true) {
      int end = position;
      if (position < toml.length() && isQuote(toml.charAt(position))) {
        end = endOfString(toml, position);
        path.add(unquoted(toml.substring(position, end)));
      } else {
        while (end < toml.length() && ".=] \t\r\n".indexOf(toml.charAt(end)) < 0) {
          end++;
        }
        path.add(toml.substring(position, end));
      }
      position = blanks(end);
      if (position >= toml.length() || toml.charAt(position) != '.') {
        return position;
      }
      position = blanks(position + 1);
    }
  }

  private static String unquoted(String key) {
    String inner = key.length() < 2 ? "" : key.substring(1, key.length() - 1);
    return key.startsWith("'") || inner.indexOf('\\') < 0
        ? inner
        : org.tomlj.Toml.parseDottedKey(key).getFirst();
  }

  private int endOfValue(int from) {
    int depth = 0;
    int position = from;
    while (position < toml.length()) {
      char c = toml.charAt(position);
      if (isQuote(c)) {
        position = endOfString(toml, position);
        continue;
      }
      if (depth == 0 && (c == '#' || c == '\n' || c == '\r')) {
        break;
      }
      if (c == '#') {
        position = endOfLine(toml, position);
        continue;
      }
      if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      }
      position++;
    }
    while (position > from && " \t".indexOf(toml.charAt(position - 1)) >= 0) {
      position--;
    }
    return position;
  }

  private static int endOfString(String text, int start) {
    String quote = text.substring(start, start + 1);
    boolean escapes = quote.equals("\"");
    if (text.startsWith(quote.repeat(3), start)) {
      int end = closing(text, start + 3, quote.repeat(3), escapes);
      // Up to two quotes may stand right before the closing ones.
      for (int i = 0; i < 2 && text.startsWith(quote, end); i++) {
        end++;
      }
      return end;
    }
    return Math.min(
        closing(text, start + 1, quote, escapes), Math.max(start + 1, endOfLine(text, start)));
  }

  private static int closing(String text, int from, String quotes, boolean escapes) {
    for (int i = from; i < text.length(); i++) {
      if (escapes && text.charAt(i) == '\\') {
        i++;
      } else if (text.startsWith(quotes, i)) {
        return i + quotes.length();
      }
    }
    return text.length();
  }

  private int blanks(int from) {
    int position = from;
    while (position < toml.length() && " \t".indexOf(toml.charAt(position)) >= 0) {
      position++;
    }
    return position;
  }

  private int next(int from) {
    int end = endOfLine(toml, from);
    return end < toml.length() ? end + 1 : end;
  }

  private static int endOfLine(String text, int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
