package org.conferencedigest.events.outline;

/** Counts the attributes of HTML tags, line by line, as a CommonMark parser matches them. */
final class TagAttributes {

  /** The count stops beyond it. */
  static final int MOST = 100;

  private final String text;
  private int at;

  private TagAttributes(String text) {
    this.text = text;
  }

  /** Returns the largest number of attributes that a tag has within a line, or {@code MOST + 1}. */
  static int mostIn(String text) {
    TagAttributes tags = new TagAttributes(text);
    int most = 0;
    for (int tag = text.indexOf('<'); tag >= 0 && most <= MOST; tag = text.indexOf('<', tag + 1)) {
      tags.at = tag + 1;
      most = Math.max(most, tags.count());
    }
    return most;
  }

  private int count() {
    if (!isLetter(peek())) {
      return 0;
    }
    word();
    int count = 0;
    while (count <= MOST && spaces() && isNamePart(peek())) {
      count++;
      word();
      int name = at;
      spaces();
      if (peek() != '=') {
        at = name;
        continue;
      }
      at++;
      spaces();
      if (!value()) {
        return count;
      }
    }
    return count;
  }

  private boolean value() {
    char quote = peek();
    if (quote != '"' && quote != '\'') {
      while (isUnquoted(peek())) {
        at++;
      }
      return true;
    }
    at++;
    while (peek() != quote) {
      if (isEnd(peek())) {
        return false;
      }
      at++;
    }
    at++;
    return true;
  }

  private void word() {
    while (isNamePart(peek())) {
      at++;
    }
  }

  private boolean spaces() {
    int from = at;
    while (!isEnd(peek()) && Character.isWhitespace(peek())) {
      at++;
    }
    return at > from;
  }

  /** Returns the line's end where the text has ended. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\n';
  }

  private static boolean isEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isNamePart(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || "_:.-".indexOf(c) >= 0;
  }

  private static boolean isUnquoted(char c) {
    return !Character.isWhitespace(c) && "\"'=<>`".indexOf(c) < 0;
  }
}
