package org.conferencedigest.embedded.command;

import java.lang.Character.UnicodeScript;
import java.util.StringJoiner;

/** Lines that fit a terminal of 80 columns. */
final class Wrapped {

  private static final int COLUMNS = 80;

  private Wrapped() {}

  /**
   * A text in lines that fit.
   *
   * @param first what the first line begins with
   * @param others what the others begin with
   */
  static String lines(String first, String others, String text) {
    StringJoiner lines = new StringJoiner("\n");
    StringBuilder line = new StringBuilder(first);
    boolean isFresh = true;
    for (String word : text.strip().split("\\s+", -1)) {
      String rest = word;
      if (!isFresh && width(line) + 1 + width(rest) > COLUMNS) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(others);
        isFresh = true;
      }
      line.append(isFresh ? "" : " ");
      while (width(line) + width(rest) > COLUMNS) {
        int end = fitting(rest, COLUMNS - width(line));
        lines.add(line + rest.substring(0, end));
        line = new StringBuilder(others);
        rest = rest.substring(end);
      }
      line.append(rest);
      isFresh = false;
    }
    return lines.add(line.toString().stripTrailing()).toString();
  }

  /** How much of a word fits, and one character in any case. */
  private static int fitting(String word, int columns) {
    int end = word.offsetByCodePoints(0, 1);
    int width = 0;
    for (int i = 0; i < word.length(); i = word.offsetByCodePoints(i, 1)) {
      width += width(word.codePointAt(i));
      if (width > columns) {
        break;
      }
      end = word.offsetByCodePoints(i, 1);
    }
    return end;
  }

  static int width(CharSequence text) {
    return text.codePoints().map(Wrapped::width).sum();
  }

  private static int width(int character) {
    return switch (UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
      default -> 1;
    };
  }
}
