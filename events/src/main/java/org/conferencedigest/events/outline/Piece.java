package org.conferencedigest.events.outline;

/** A part of an outline's text. The pieces of an outline, one behind the other, are its text. */
public sealed interface Piece {

  /** The author's own words: never empty, kept byte for byte. */
  record Prose(String markdown) implements Piece {}

  /**
   * A slot, alone on its line.
   *
   * @param eol the line's end: {@code \n}, {@code \r\n}, or empty at the end of the text
   */
  record SlotLine(Slot slot, String eol) implements Piece {}
}
