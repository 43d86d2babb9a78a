package org.conferencedigest.notes.importing;

/**
 * A block of a post that stands in no other: whole lines, without the end of the last one.
 *
 * @param from where its first line begins
 * @param to where its last line ends
 */
record Block(Kind kind, int from, int to) {

  enum Kind {
    HEADING,
    PARAGRAPH,
    BULLETS,
    OTHER
  }

  String in(String text) {
    return text.substring(from, to);
  }
}
