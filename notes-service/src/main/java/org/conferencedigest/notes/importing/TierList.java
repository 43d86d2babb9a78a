package org.conferencedigest.notes.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.conferencedigest.events.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A list of recommendations: every item is about one note, and the words above say how good these
 * are.
 *
 * @param bullet what stands before each item
 * @param items what is said of each note, in order
 */
record TierList(Block block, Verdict verdict, String bullet, Map<String, String> items)
    implements Sight {

  /**
   * The recommendations that a list is.
   *
   * @param noteOf the note that an item is about; null if it is about none, or several
   * @return empty if it is none
   */
  static Optional<TierList> read(
      Block list, Verdict verdict, String text, Function<Block, @Nullable String> noteOf) {
    List<Block> blocks = Blocks.items(list, text);
    Bullet bullet = Bullet.of(blocks, text);
    if (bullet.text().isEmpty() || !isTight(blocks, text)) {
      return Optional.empty();
    }
    Map<String, String> items = new LinkedHashMap<>();
    for (Block item : blocks) {
      String note = noteOf.apply(item);
      if (note == null || items.put(note, bullet.takenFrom(item.in(text))) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new TierList(list, verdict, bullet.text(), items));
  }

  private static boolean isTight(List<Block> items, String text) {
    for (int i = 1; i < items.size(); i++) {
      String between = text.substring(items.get(i - 1).to(), items.get(i).from());
      if (!between.equals("\n") && !between.equals("\r\n")) {
        return false;
      }
    }
    return true;
  }
}
