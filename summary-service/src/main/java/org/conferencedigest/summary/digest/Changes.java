package org.conferencedigest.summary.digest;

import static org.conferencedigest.events.DigestChange.Kind.ADDED;
import static org.conferencedigest.events.DigestChange.Kind.CHANGED;
import static org.conferencedigest.events.DigestChange.Kind.MOVED;
import static org.conferencedigest.events.DigestChange.Kind.REMOVED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.conferencedigest.events.DigestChange;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.events.outline.Slot;
import org.conferencedigest.summary.digest.DigestDocument.Filled;

/** Compares two documents of a conference. */
final class Changes {

  private Changes() {}

  static List<DigestChange> between(DigestDocument before, DigestDocument now) {
    List<DigestChange> changes = new ArrayList<>();
    if (!before.content().equals(now.content())
        || !before.frame().text().leadsWhere(now.frame().text())) {
      changes.add(new DigestChange(CHANGED, null));
    }
    Set<String> moved = moved(before, now);
    for (DigestNote note : inOrder(now)) {
      DigestNote old = before.note(note.slug()).orElse(null);
      if (old == null) {
        changes.add(new DigestChange(ADDED, note.slug()));
        continue;
      }
      if (old != note && !looksTheSame(old, note)) {
        changes.add(new DigestChange(CHANGED, note.slug()));
      }
      if (moved.contains(note.slug())) {
        changes.add(new DigestChange(MOVED, note.slug()));
      }
    }
    for (DigestNote note : inOrder(before)) {
      if (now.note(note.slug()).isEmpty()) {
        changes.add(new DigestChange(REMOVED, note.slug()));
      }
    }
    // Retracted before it was ever seen here.
    now.state().retracted().entrySet().stream()
        .filter(gone -> before.note(gone.getKey()).isEmpty())
        .filter(gone -> !gone.getValue().equals(before.state().retracted().get(gone.getKey())))
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(note -> changes.add(new DigestChange(REMOVED, note)));
    return List.copyOf(changes);
  }

  /** Whether a reader who does not open the note's page sees no difference. */
  private static boolean looksTheSame(DigestNote a, DigestNote b) {
    ReviewedNote one = a.source();
    ReviewedNote other = b.source();
    return a.entry().saysTheSameAs(b.entry())
        && a.recommendation().saysTheSameAs(b.recommendation())
        && one.title().equals(other.title())
        && one.date().equals(other.date())
        && one.author().equals(other.author())
        && one.review().verdict() == other.review().verdict()
        && Objects.equals(one.review().section(), other.review().section())
        && one.publishedAt().equals(other.publishedAt())
        && one.lastSignificant().equals(other.lastSignificant())
        && one.talks().equals(other.talks());
  }

  /** By entry, then what stands in no section, by time. */
  private static Iterable<DigestNote> inOrder(DigestDocument document) {
    Set<DigestNote> notes = new LinkedHashSet<>();
    for (Filled filled : document.slots()) {
      if (!(filled.slot() instanceof Slot.Tier)) {
        notes.addAll(filled.notes());
      }
    }
    notes.addAll(document.notes());
    return notes;
  }

  private static Set<String> moved(DigestDocument before, DigestDocument now) {
    Map<String, List<String>> placesBefore = places(before);
    Map<String, List<String>> placesNow = places(now);
    Set<String> moved = new HashSet<>();
    placesNow.forEach(
        (place, notes) -> {
          List<String> notesBefore = placesBefore.getOrDefault(place, List.of());
          if (!notes.equals(notesBefore)) {
            Set<String> stayed = inSameOrder(notesBefore, notes);
            notes.stream()
                .filter(note -> !stayed.contains(note))
                .filter(note -> before.note(note).isPresent())
                .forEach(moved::add);
          }
        });
    // What left a tier or a section without coming to another one has moved, too.
    placesBefore.forEach(
        (place, notes) -> {
          Set<String> left = new LinkedHashSet<>(notes);
          placesNow.getOrDefault(place, List.of()).forEach(left::remove);
          left.stream().filter(note -> now.note(note).isPresent()).forEach(moved::add);
        });
    return moved;
  }

  private static Map<String, List<String>> places(DigestDocument document) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (Filled filled : document.slots()) {
      if (!filled.notes().isEmpty()) {
        List<String> here = places.computeIfAbsent(nameOf(filled.slot()), n -> new ArrayList<>());
        filled.notes().forEach(note -> here.add(note.slug()));
      }
    }
    return places;
  }

  private static String nameOf(Slot slot) {
    return switch (slot) {
      case Slot.Tier tier -> "tier " + tier.verdict().word();
      case Slot.Entries entries -> "entries " + entries.section();
      case Slot.Entry entry -> "entry " + entry.note();
      case Slot.Tiers tiers -> "tiers";
      case Slot.Days days -> "days";
      case Slot.Summary summary -> "summary";
    };
  }

  /** The largest set of what is in both lists in the same order: what must not have moved. */
  private static Set<String> inSameOrder(List<String> before, List<String> now) {
    Map<String, Integer> index = new HashMap<>();
    before.forEach(note -> index.put(note, index.size()));
    List<String> common = now.stream().filter(index::containsKey).toList();
    int[] tails = new int[common.size()];
    int[] previous = new int[common.size()];
    int length = 0;
    for (int i = 0; i < common.size(); i++) {
      int place = index.getOrDefault(common.get(i), 0);
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (index.getOrDefault(common.get(tails[middle]), 0) < place) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : tails[low - 1];
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    Set<String> stayed = new HashSet<>();
    for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
      stayed.add(common.get(i));
    }
    return stayed;
  }
}
