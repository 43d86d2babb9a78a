package org.conferencedigest.summary.render;

/**
 * What a text costs a parser of tables, foreseen: it fills short rows up to the width of the head.
 */
final class TableCost {

  /** A table of 1,000 rows and 300 columns is still read. */
  private static final long MOST_CELLS = 300_000L;

  private TableCost() {}

  /** Whether tables may be read in this text in space that its length explains. */
  static boolean isBearable(String markdown) {
    if (markdown.indexOf('|') < 0) {
      return true;
    }
    long cells = 0;
    long lines = 0;
    long widest = 0;
    boolean pipes = false;
    for (int start = 0; start <= markdown.length(); ) {
      int end = markdown.indexOf('\n', start);
      if (end < 0) {
        end = markdown.length();
      }
      int columns = 1;
      boolean blank = true;
      for (int i = start; i < end; i++) {
        char c = markdown.charAt(i);
        columns += c == '|' ? 1 : 0;
        blank &= c == ' ' || c == '\t' || c == '\r';
      }
      if (!blank) {
        lines++;
        pipes |= columns > 1;
        widest = Math.max(widest, columns);
      }
      if (blank || end == markdown.length()) {
        cells += pipes ? lines * widest : 0;
        lines = 0;
        widest = 0;
        pipes = false;
      }
      start = end + 1;
    }
    return cells <= MOST_CELLS;
  }
}
