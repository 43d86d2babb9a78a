package org.conferencedigest.notes.importing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.events.outline.Slot;
import org.conferencedigest.events.outline.Woven;
import org.jspecify.annotations.Nullable;

/**
 * What stands before each item of a list, so that the outline can put it there.
 *
 * @param text empty if items differ in it, as numbers do: then each item keeps its own
 */
record Bullet(String text) {

  static final Bullet NONE = new Bullet("");

  private static final Pattern MARKER = Pattern.compile("^ {0,3}[-*+] {1,4}(?=\\S)");

  /** The bullet that all items have, and below which all of their lines are indented. */
  static Bullet of(List<Block> items, String text) {
    @Nullable Bullet common = null;
    for (Block item : items) {
      String written = item.in(text);
      Matcher marker = MARKER.matcher(written);
      if (!marker.find()) {
        return NONE;
      }
      Bullet bullet = new Bullet(marker.group());
      if ((common != null && !common.equals(bullet)) || !bullet.isUndoneIn(written)) {
        return NONE;
      }
      common = bullet;
    }
    return common == null ? NONE : common;
  }

  /** An item without it. */
  String takenFrom(String item) {
    return text.isEmpty()
        ? item
        : item.substring(text.length()).replace("\n" + " ".repeat(text.length()), "\n");
  }

  private boolean isUndoneIn(String item) {
    Woven.Item again = new Woven.Item(new Slot.Entry("a", text), 0, "", text, takenFrom(item), "");
    return again.text().equals(item);
  }
}
