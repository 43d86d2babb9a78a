package org.conferencedigest.events.outline;

/**
 * Foresees what a text costs a CommonMark parser. Most texts cost time that grows with their length
 * alone; a few patterns cost its square, so that a megabyte of {@code <} would take many minutes.
 */
public final class ParsingCost {

  /**
   * How many characters may be passed in search of the ends of tags and autolinks: each {@code <}
   * looks as far as the next {@code >} of its paragraph. About half a second.
   */
  private static final long MOST_SEARCHED = 200_000_000L;

  /**
   * How many pairs of emphasis delimiters may be compared: where three kinds mix within words, each
   * is compared with all before it in its paragraph. About half a second.
   */
  private static final long MOST_COMPARED = 1_000_000_000L;

  /**
   * How deep blocks may nest for a parser with {@code maxOpenBlockParsers}; markers beyond it are
   * text. Each line of a text costs as much as blocks are open.
   */
  public static final int DEEPEST_BLOCKS = 64;

  private ParsingCost() {}

  /**
   * Whether a parser that nests blocks at most {@link #DEEPEST_BLOCKS} deep reads this text in
   * about a second per megabyte or less. The same text gives the same answer on every machine.
   */
  public static boolean isBearable(String markdown) {
    long searched = 0;
    long compared = 0;
    long delimiters = 0;
    int end = markdown.length();
    boolean blankSoFar = true;
    char after = 0;
    for (int i = markdown.length() - 1; i >= 0; i--) {
      char c = markdown.charAt(i);
      switch (c) {
        case '\n', '\r' -> {
          if (c == '\r' && after == '\n') {
            break;
          }
          if (blankSoFar) {
            // A blank line ends every paragraph, and with it every search.
            end = i;
            compared += delimiters * delimiters;
            delimiters = 0;
          }
          blankSoFar = true;
        }
        case ' ', '\t' -> {}
        default -> {
          blankSoFar = false;
          if (c == '>') {
            end = i;
          } else if (c == '<') {
            searched += end - i;
          } else if ((c == '*' || c == '_' || c == '~') && c != after) {
            delimiters++;
          }
        }
      }
      after = c;
    }
    compared += delimiters * delimiters;
    return searched <= MOST_SEARCHED && compared <= MOST_COMPARED;
  }
}
