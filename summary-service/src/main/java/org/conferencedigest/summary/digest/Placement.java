package org.conferencedigest.summary.digest;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.events.outline.Outline;
import org.conferencedigest.events.outline.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Which notes stand in which slot of an outline. A note stands in one place as an entry: in the
 * slot of its own, else in the first of its section or its day, else under the days; and in the
 * first tier of its verdict.
 */
final class Placement {

  private final Map<Slot, List<DigestNote>> filled = new HashMap<>();
  private final Map<@Nullable LocalDate, List<DigestNote>> days =
      new TreeMap<>(nullsLast(naturalOrder()));
  private final Outline outline;

  private Placement(Outline outline) {
    this.outline = outline;
  }

  /**
   * An outline whose slots are filled.
   *
   * @param outline with tiers, entries and single entries for its only slots
   * @param notes what stands in each of its slots
   */
  record Placed(Outline outline, List<List<DigestNote>> notes) {}

  static Placed place(ConferenceContent content, Collection<DigestNote> notes) {
    Outline outline = DefaultOutline.of(content);
    Placement placement = new Placement(outline);
    placement.placeEntries(notes);
    if (!placement.days.isEmpty() && !outline.slots().contains(new Slot.Days())) {
      outline = DefaultOutline.withDays(outline);
    }
    Outline withDays = outline.expand(placement::daysInPlace);
    List<Verdict> others = placement.placeRecommendations(withDays, notes);
    Outline expanded =
        withDays.expand(
            slot ->
                switch (slot) {
                  case Slot.Summary summary -> DefaultOutline.summaryOf(content);
                  case Slot.Tiers tiers -> DefaultOutline.tiersOf(others);
                  default -> null;
                });
    List<List<DigestNote>> bySlot = new ArrayList<>();
    for (Slot slot : expanded.slots()) {
      // A slot that is written twice is filled once.
      List<DigestNote> here = placement.filled.remove(slot);
      bySlot.add(here == null ? List.of() : here);
    }
    return new Placed(expanded, bySlot);
  }

  private @Nullable Outline daysInPlace(Slot slot) {
    if (!(slot instanceof Slot.Days) || days.isEmpty()) {
      return null;
    }
    Outline inPlace = DefaultOutline.daysOf(days.keySet());
    days.forEach((day, notes) -> filled.put(DefaultOutline.slotOf(day), notes));
    days.clear();
    return inPlace;
  }

  private void placeEntries(Collection<DigestNote> notes) {
    Map<String, Slot> byNote = new HashMap<>();
    Map<String, Slot> bySection = new HashMap<>();
    Map<LocalDate, Slot> byDay = new HashMap<>();
    for (Slot slot : outline.slots()) {
      switch (slot) {
        case Slot.Entry entry -> byNote.putIfAbsent(entry.note(), entry);
        case Slot.Entries entries -> {
          bySection.putIfAbsent(entries.section(), entries);
          LocalDate date = entries.date();
          if (date != null) {
            byDay.putIfAbsent(date, entries);
          }
        }
        case Slot.Tier tier -> {}
        case Slot.Tiers tiers -> {}
        case Slot.Days allDays -> {}
        case Slot.Summary summary -> {}
      }
    }
    notes.stream()
        .filter(DigestNote::isListed)
        .sorted(DigestNote.BY_POSITION)
        .forEach(
            note -> {
              Slot slot = byNote.get(note.slug());
              String section = note.review().section();
              if (slot == null) {
                LocalDate day = note.ownDay();
                slot =
                    section != null ? bySection.get(section) : day == null ? null : byDay.get(day);
              }
              if (slot == null) {
                days.computeIfAbsent(note.day(), day -> new ArrayList<>()).add(note);
              } else {
                filled.computeIfAbsent(slot, s -> new ArrayList<>()).add(note);
              }
            });
  }

  /**
   * Fills the tiers.
   *
   * @return the verdicts that recommend something and have no tier of their own
   */
  private List<Verdict> placeRecommendations(Outline withDays, Collection<DigestNote> notes) {
    Map<String, Integer> places = new HashMap<>();
    Map<Verdict, Slot> tiers = new HashMap<>();
    for (Slot slot : withDays.slots()) {
      for (DigestNote note : filled.getOrDefault(slot, List.of())) {
        places.putIfAbsent(note.slug(), places.size());
      }
      if (slot instanceof Slot.Tier tier) {
        tiers.putIfAbsent(tier.verdict(), tier);
      }
    }
    List<Verdict> others = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.BEST, Verdict.WORTH_WATCHING)) {
      if (tiers.putIfAbsent(verdict, new Slot.Tier(verdict, Slot.Tier.BULLET)) == null) {
        others.add(verdict);
      }
    }
    notes.stream()
        .filter(DigestNote::isRecommended)
        .sorted(
            comparing((DigestNote note) -> note.review().rank(), nullsLast(naturalOrder()))
                .thenComparing(
                    comparingInt(note -> places.getOrDefault(note.slug(), Integer.MAX_VALUE)))
                .thenComparing(DigestNote.BY_TIME))
        .forEach(
            note -> {
              Slot tier = tiers.get(note.review().verdict());
              if (tier != null) {
                filled.computeIfAbsent(tier, t -> new ArrayList<>()).add(note);
              }
            });
    others.removeIf(verdict -> !filled.containsKey(new Slot.Tier(verdict, Slot.Tier.BULLET)));
    return others;
  }
}
