package org.conferencedigest.notes.importing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.outline.Outline;
import org.conferencedigest.events.outline.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Makes the post again from its outline and the reviews, as the digest will, to see that it is the
 * same.
 */
final class Proof {

  private final HugoRefs refs;
  private final List<Standing> notes;
  private final Set<String> placed = new HashSet<>();
  private final Set<String> own;
  private final Outline outline;
  private boolean foreseen = true;

  /** A published note: what it says to the digest, and its day. */
  record Standing(String slug, Review review, LocalDate day) {}

  private Proof(HugoRefs refs, List<Standing> notes, String outline) {
    this.refs = refs;
    this.notes = notes;
    this.outline = Outline.parse(refs.toHugo(outline));
    this.own =
        this.outline.slots().stream()
            .filter(Slot.Entry.class::isInstance)
            .map(slot -> ((Slot.Entry) slot).note())
            .collect(Collectors.toSet());
  }

  /**
   * Whether the digest of an outline will be that post.
   *
   * @param post as Hugo reads it
   * @param notes all that are published in the conference
   */
  static boolean holds(String outline, String post, HugoRefs refs, List<Standing> notes) {
    return new Proof(refs, notes, outline).holds(post);
  }

  /** The digest of an outline as Hugo reads it. */
  static String weave(String outline, HugoRefs refs, List<Standing> notes) {
    Proof proof = new Proof(refs, notes, outline);
    return Outline.join(proof.outline.weave(proof::items));
  }

  private boolean holds(String post) {
    String woven = Outline.join(outline.weave(this::items));
    boolean allPlaced =
        notes.stream().allMatch(note -> placed.contains(note.slug()) || isUnlisted(note));
    return foreseen && allPlaced && woven.equals(post);
  }

  private static boolean isUnlisted(Standing note) {
    return Review.UNLISTED.equals(note.review().section());
  }

  private List<String> items(Slot slot) {
    return switch (slot) {
      case Slot.Entry entry ->
          entries(
              notes.stream()
                  .filter(note -> note.slug().equals(entry.note()) && !isUnlisted(note))
                  .toList());
      case Slot.Entries section ->
          entries(sorted(note -> standsIn(section, note), Review::position));
      case Slot.Tier tier ->
          sorted(note -> note.review().verdict() == tier.verdict(), Review::rank).stream()
              .map(note -> text(note.review().recommendation()))
              .toList();
      case Slot.Tiers tiers -> unforeseen();
      case Slot.Days allDays -> unforeseen();
      case Slot.Summary summary -> unforeseen();
    };
  }

  private boolean standsIn(Slot.Entries slot, Standing note) {
    String section = note.review().section();
    boolean here =
        section == null ? Objects.equals(slot.date(), note.day()) : section.equals(slot.section());
    return here && !own.contains(note.slug());
  }

  private List<Standing> sorted(
      Predicate<Standing> here, Function<Review, @Nullable Integer> place) {
    return notes.stream()
        .filter(here)
        .sorted(
            comparing((Standing note) -> place.apply(note.review()), nullsLast(naturalOrder()))
                .thenComparing(Standing::day)
                .thenComparing(Standing::slug))
        .toList();
  }

  private List<String> entries(List<Standing> here) {
    List<String> texts = new ArrayList<>();
    for (Standing note : here) {
      if (placed.add(note.slug())) {
        texts.add(text(note.review().entry()));
      }
    }
    return texts;
  }

  private String text(@Nullable String written) {
    // What is not written, the digest composes.
    foreseen &= written != null;
    return written == null ? "" : refs.toHugo(written);
  }

  private List<String> unforeseen() {
    foreseen = false;
    return List.of();
  }
}
