package org.conferencedigest.notes.importing;

import java.util.Arrays;

/** Tells in which line of a file a place of its text is. */
final class Lines {

  private final int[] starts;
  private final int before;

  /**
   * @param before how many lines of the file stand above the text
   */
  Lines(String text, int before) {
    this.before = before;
    int[] found = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      found[count++] = at + 1;
    }
    this.starts = found;
  }

  /** From 1. */
  int at(int position) {
    int found = Arrays.binarySearch(starts, position);
    return before + (found >= 0 ? found + 1 : -found - 1);
  }
}
