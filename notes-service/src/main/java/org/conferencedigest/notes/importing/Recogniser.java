package org.conferencedigest.notes.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.events.outline.Outline;
import org.conferencedigest.events.outline.Slot;
import org.conferencedigest.notes.importing.Recognised.Entry;
import org.conferencedigest.notes.importing.Recognised.Recommendation;

/**
 * Sees what a post is made of. It invents nothing: what it does not know stays the author's prose.
 */
final class Recogniser {

  /** The distance of positions and ranks, so that others find a place in between. */
  private static final int STEP = 10;

  private final String text;
  private final HugoRefs refs;
  private final Set<String> published;
  private final Set<String> linkable;
  private final List<Part> parts;

  private final Map<Verdict, Integer> tiers = new EnumMap<>(Verdict.class);
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Recommendation> recommendations = new LinkedHashMap<>();

  /** What takes the place of a piece of the post, by where the piece begins. */
  private final Map<Integer, Replacement> replacements = new TreeMap<>();

  private record Replacement(int to, Slot slot) {}

  /**
   * @param text the post below its front matter
   * @param published the notes that can have entries
   * @param drafts those that links can lead to once they are published
   * @param years that days may be in, the likeliest first
   */
  Recogniser(
      String text,
      HugoRefs refs,
      Set<String> published,
      Set<String> drafts,
      Collection<Integer> years) {
    this.text = text;
    this.refs = refs;
    this.published = published;
    this.linkable = new HashSet<>(published);
    this.linkable.addAll(drafts);
    this.parts = Part.of(text, Blocks.of(text), years);
  }

  /**
   * Sees what it can.
   *
   * @param lists whether to look for recommendations
   * @param paragraphs whether to look for entries
   */
  Recognised recognise(boolean lists, boolean paragraphs) {
    if (lists) {
      parts.forEach(this::recogniseTiers);
    }
    if (paragraphs) {
      // A note has one entry: rather the one under its day than a mention elsewhere.
      parts.stream().filter(part -> part.date() != null).forEach(this::recogniseEntries);
      parts.stream().filter(part -> part.date() == null).forEach(this::recogniseEntries);
    }
    List<Part> found =
        parts.stream()
            .filter(
                part ->
                    part.date() != null
                        || part.blocks().stream().anyMatch(b -> replacements.containsKey(b.from())))
            .toList();
    return new Recognised(outline(), found, tiers, entries, recommendations);
  }

  private void recogniseTiers(Part part) {
    String lead = part.title();
    for (Block block : part.blocks()) {
      if (block.kind() == Block.Kind.BULLETS) {
        TierList.read(block, lead, text, refs, published)
            .filter(tier -> !tiers.containsKey(tier.verdict()))
            .filter(tier -> tier.items().keySet().stream().noneMatch(recommendations::containsKey))
            .ifPresent(this::take);
      }
      lead = block.kind() == Block.Kind.PARAGRAPH ? block.in(text) : "";
    }
  }

  private void take(TierList tier) {
    int rank = 0;
    for (Map.Entry<String, String> item : tier.items().entrySet()) {
      rank += STEP;
      recommendations.put(item.getKey(), new Recommendation(tier.verdict(), item.getValue(), rank));
    }
    tiers.put(tier.verdict(), tier.items().size());
    Slot slot = new Slot.Tier(tier.verdict(), tier.bullet());
    replacements.put(tier.block().from(), new Replacement(tier.block().to(), slot));
  }

  private void recogniseEntries(Part part) {
    List<EntryRun> runs = new ArrayList<>();
    int position = 0;
    for (Block block : part.blocks()) {
      if (block.kind() != Block.Kind.PARAGRAPH) {
        continue;
      }
      List<String> linked = new ArrayList<>(refs.linkedIn(block.in(text)));
      linked.retainAll(published);
      if (linked.size() == 1 && !entries.containsKey(linked.getFirst())) {
        String note = linked.getFirst();
        position += STEP;
        entries.put(
            note, new Entry(refs.toNoteLinks(block.in(text), linkable), part.slug(), position));
        if (runs.isEmpty() || !runs.getLast().goesOnWith(block, text)) {
          runs.add(new EntryRun());
        }
        runs.getLast().add(note, block);
      }
    }
    EntryRun main = EntryRun.main(runs, part.blocks().size());
    for (EntryRun run : runs) {
      if (main != null && run.from() == main.from()) {
        Slot slot = new Slot.Entries(part.slug(), part.date(), "", Slot.Entries.GAP);
        replacements.put(run.from(), new Replacement(run.to(), slot));
      } else {
        run.each(
            (note, block) ->
                replacements.put(
                    block.from(), new Replacement(block.to(), new Slot.Entry(note, ""))));
      }
    }
  }

  private String outline() {
    StringBuilder outline = new StringBuilder();
    int from = 0;
    for (Map.Entry<Integer, Replacement> replacement : replacements.entrySet()) {
      outline.append(text, from, replacement.getKey());
      outline.append(Outline.print(replacement.getValue().slot()));
      from = replacement.getValue().to();
    }
    outline.append(text, from, text.length());
    return refs.toNoteLinks(outline.toString(), linkable);
  }
}
