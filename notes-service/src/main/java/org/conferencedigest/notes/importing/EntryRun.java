package org.conferencedigest.notes.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Entries that follow each other, parted by nothing but one blank line. */
final class EntryRun {

  private final List<String> notes = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  void add(String note, Block block) {
    notes.add(note);
    blocks.add(block);
  }

  boolean goesOnWith(Block next, String text) {
    String between = text.substring(to(), next.from());
    return between.equals("\n\n") || between.equals("\r\n\r\n");
  }

  int from() {
    return blocks.getFirst().from();
  }

  int to() {
    return blocks.getLast().to();
  }

  void each(BiConsumer<String, Block> action) {
    for (int i = 0; i < notes.size(); i++) {
      action.accept(notes.get(i), blocks.get(i));
    }
  }

  /**
   * The run that stands for its part, where further entries are to go: the longest of several, or
   * the one that is all there is. An entry among prose is none.
   *
   * @param blocks how many blocks the part has
   */
  static @Nullable EntryRun main(List<EntryRun> runs, int blocks) {
    return runs.stream()
        .filter(run -> run.notes.size() > 1 || blocks == 1)
        // The first of the longest.
        .max(Comparator.comparingInt(run -> run.notes.size()))
        .orElse(null);
  }
}
