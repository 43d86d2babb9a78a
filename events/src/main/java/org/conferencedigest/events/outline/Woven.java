package org.conferencedigest.events.outline;

/** A part of the text that an outline gives when its slots are filled. */
public sealed interface Woven {

  /** This part's text. */
  String text();

  /** The author's own words. */
  record Prose(String markdown) implements Woven {
    @Override
    public String text() {
      return markdown;
    }
  }

  /**
   * One item of a filled slot.
   *
   * @param index its place among the items of its slot, from 0
   * @param before what stands before it: a blank line, a bullet, or nothing
   * @param markdown the item itself
   * @param after what stands behind it: one or more line ends, or nothing at the end of the text
   */
  record Item(Slot slot, int index, String before, String bullet, String markdown, String after)
      implements Woven {

    @Override
    public String text() {
      return textOf(markdown);
    }

    /** This part's text with another wording of the item, its lines indented below the bullet. */
    public String textOf(String wording) {
      return before + bullet + indented(wording) + after;
    }

    private String indented(String wording) {
      if (bullet.isEmpty() || wording.indexOf('\n') < 0) {
        return wording;
      }
      return wording.replaceAll("\n(?=[^\r\n])", "\n" + " ".repeat(bullet.length()));
    }
  }
}
