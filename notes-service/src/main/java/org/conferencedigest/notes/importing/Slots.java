package org.conferencedigest.notes.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.conferencedigest.events.outline.Outline;
import org.conferencedigest.events.outline.Slot;
import org.conferencedigest.notes.importing.Recognised.Entry;
import org.conferencedigest.notes.importing.Recognised.Recommendation;
import org.jspecify.annotations.Nullable;

/** Puts slots in the place of what was recognised in a post, so that the same post comes of it. */
final class Slots {

  /** The distance of positions and ranks, so that others find a place in between. */
  private static final int STEP = 10;

  private final String text;
  private final HugoRefs refs;
  private final Set<String> linkable;
  private final Slugs sections;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Recommendation> recommendations = new LinkedHashMap<>();

  /** What takes the place of a piece of the post, by where the piece begins. */
  private final Map<Integer, Replacement> replacements = new TreeMap<>();

  private record Replacement(int to, Slot slot) {}

  Slots(String text, HugoRefs refs, Set<String> linkable, Collection<Part> parts) {
    this.text = text;
    this.refs = refs;
    this.linkable = linkable;
    this.sections = new Slugs(parts.stream().map(Part::slug).toList());
  }

  void tier(TierList tier) {
    int rank = 0;
    for (Map.Entry<String, String> item : tier.items().entrySet()) {
      rank += STEP;
      String words = refs.toNoteLinks(item.getValue(), linkable);
      recommendations.put(item.getKey(), new Recommendation(tier.verdict(), words, rank));
    }
    Slot slot = new Slot.Tier(tier.verdict(), tier.bullet());
    replacements.put(tier.block().from(), new Replacement(tier.block().to(), slot));
  }

  void entries(List<Claim> claims) {
    Map<Part, List<Claim>> byPart = new LinkedHashMap<>();
    claims.stream()
        .sorted(Comparator.comparingInt(Claim::from))
        .forEach(claim -> byPart.computeIfAbsent(claim.part(), p -> new ArrayList<>()).add(claim));
    Map<Block, Bullet> bullets = new HashMap<>();
    byPart.forEach(
        (part, inPart) -> {
          List<EntryRun> runs = new ArrayList<>();
          for (Claim claim : inPart) {
            Block list = claim.list();
            Bullet bullet =
                list == null
                    ? Bullet.NONE
                    : bullets.computeIfAbsent(list, l -> Bullet.of(Blocks.items(l, text), text));
            EntryRun parted =
                runs.isEmpty() ? null : runs.getLast().partedBefore(claim, bullet, text);
            if (parted != null) {
              runs.add(parted);
            }
            if (runs.isEmpty() || !runs.getLast().takes(claim, bullet, text)) {
              runs.add(new EntryRun(claim, bullet));
            }
          }
          place(part, runs);
        });
  }

  private void place(Part part, List<EntryRun> runs) {
    EntryRun main = EntryRun.main(runs, part);
    int position = 0;
    for (EntryRun run : runs) {
      String section = part.slug();
      if (run == main) {
        Slot slot = new Slot.Entries(section, part.date(), run.bullet().text(), run.gap());
        replacements.put(run.from(), new Replacement(run.to(), slot));
      } else if (run.isTight()) {
        // Slots of their own on adjoining lines would be parted.
        section = sections.unique(section);
        Slot slot = new Slot.Entries(section, null, run.bullet().text(), run.gap());
        replacements.put(run.from(), new Replacement(run.to(), slot));
      } else {
        for (Claim claim : run.claims()) {
          Slot slot = new Slot.Entry(claim.note(), run.bullet().text());
          replacements.put(claim.from(), new Replacement(claim.to(), slot));
        }
      }
      for (Claim claim : run.claims()) {
        position += STEP;
        String words = run.bullet().takenFrom(text.substring(claim.from(), claim.to()));
        entries.put(
            claim.note(),
            new Entry(refs.toNoteLinks(words, linkable), section, position, part, claim.verdict()));
      }
    }
  }

  Map<String, Entry> entries() {
    return entries;
  }

  Map<String, Recommendation> recommendations() {
    return recommendations;
  }

  /** Whether something of a part was recognised. */
  boolean isIn(Part part) {
    return entries.values().stream().anyMatch(entry -> entry.part().slug().equals(part.slug()))
        || part.blocks().stream().anyMatch(block -> replacements.containsKey(block.from()));
  }

  String outline() {
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

  static @Nullable String eolAt(String text, int position) {
    if (text.startsWith("\r\n", position)) {
      return "\r\n";
    }
    return text.startsWith("\n", position) ? "\n" : null;
  }
}
