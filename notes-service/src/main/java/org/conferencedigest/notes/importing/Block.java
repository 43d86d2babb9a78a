package org.conferencedigest.notes.importing;

import org.commonmark.node.Node;

/**
 * A block of a post that stands in no other: whole lines, without the end of the last one.
 *
 * @param from where its first line begins
 * @param to where its last line ends
 * @param node what a parser makes of it
 */
record Block(Kind kind, int from, int to, Node node) {

  enum Kind {
    HEADING,
    PARAGRAPH,
    LIST,
    /** What links and footnotes elsewhere refer to. */
    DEFINITION,
    /** A line across the page, which parts what is above from what is below. */
    BREAK,
    OTHER
  }

  String in(String text) {
    return text.substring(from, to);
  }

  /** Whether it is part of what stands above it, rather than of the whole post. */
  boolean belongsToTextAbove() {
    return kind != Kind.DEFINITION && kind != Kind.BREAK;
  }

  /** Whether a slot can stand in its place: on lines of its own, as an outline counts lines. */
  static boolean isWholeLines(String text, int from, int to) {
    return (from == 0 || text.charAt(from - 1) == '\n')
        && (to == text.length() || text.charAt(to) == '\n' || text.startsWith("\r\n", to));
  }
}
