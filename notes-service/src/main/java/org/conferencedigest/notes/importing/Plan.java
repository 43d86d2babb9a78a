package org.conferencedigest.notes.importing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conferencedigest.events.Review;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.conferencedigest.notes.note.Note;
import org.conferencedigest.notes.note.NoteState;
import org.conferencedigest.notes.note.NoteSummary;

/**
 * What a post makes of a conference's notes. It reads no clock and no database.
 *
 * @param reviews of all published notes, as they are to be
 * @param exact whether the digest will be the post, byte for byte
 */
record Plan(HugoRefs refs, Recognised recognised, Map<String, Review> reviews, boolean exact) {

  private record Known(NoteState state, WrittenDate date, Review review) {}

  /**
   * @param post the post's text below its front matter
   * @param stored the notes of the conference that are drafted or published
   * @param imported the notes of the folder, as they are to be but for the post
   * @param folderOtherwise where notes are if the post does not tell
   * @param fallbackYear the year of days if no note tells
   */
  static Plan of(
      String post,
      List<NoteSummary> stored,
      Map<String, Note> imported,
      String folderOtherwise,
      ZoneId zone,
      int fallbackYear) {
    Map<String, Known> known = new TreeMap<>();
    stored.forEach(n -> known.put(n.slug(), new Known(n.state(), n.date(), n.review())));
    imported.forEach(
        (slug, note) -> known.put(slug, new Known(note.state(), note.date(), note.review())));
    Set<String> published = slugsOf(known, NoteState.PUBLISHED);
    Set<String> drafts = slugsOf(known, NoteState.DRAFT);
    HugoRefs refs = new HugoRefs(HugoRefs.folderOf(post, known.keySet()).orElse(folderOtherwise));
    List<Integer> years = years(known, zone, fallbackYear);
    Plan plan = null;
    for (Attempt attempt : Attempt.values()) {
      Recognised recognised =
          new Recogniser(post, refs, published, drafts, years)
              .recognise(attempt.lists, attempt.paragraphs);
      List<Proof.Standing> standing =
          known.entrySet().stream()
              .filter(note -> published.contains(note.getKey()))
              .map(note -> standing(note.getKey(), note.getValue(), recognised, zone))
              .toList();
      boolean exact = Proof.holds(recognised.outline(), post, refs, standing);
      Map<String, Review> reviews = new TreeMap<>();
      standing.forEach(note -> reviews.put(note.slug(), note.review()));
      plan = new Plan(refs, recognised, reviews, exact && refs.toHugo(post).equals(post));
      if (exact) {
        break;
      }
    }
    return Objects.requireNonNull(plan);
  }

  private static Proof.Standing standing(
      String slug, Known note, Recognised recognised, ZoneId zone) {
    return new Proof.Standing(slug, recognised.review(slug, note.review()), note.date().day(zone));
  }

  /** What is looked for: less and less, until the digest is the post. */
  private enum Attempt {
    ALL(true, true),
    ENTRIES(false, true),
    TIERS(true, false),
    NOTHING(false, false);

    private final boolean lists;
    private final boolean paragraphs;

    Attempt(boolean lists, boolean paragraphs) {
      this.lists = lists;
      this.paragraphs = paragraphs;
    }
  }

  private static Set<String> slugsOf(Map<String, Known> known, NoteState state) {
    return known.entrySet().stream()
        .filter(note -> note.getValue().state() == state)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The years of the notes, most frequent first. */
  private static List<Integer> years(Map<String, Known> known, ZoneId zone, int fallback) {
    Map<Integer, Long> counts =
        known.values().stream()
            .map(note -> note.date().day(zone).getYear())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Stream<Integer> years =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey);
    return counts.isEmpty() ? List.of(fallback) : years.toList();
  }

  /** The notes that the post gives no place, in order. */
  List<String> unlisted() {
    List<String> unlisted = new ArrayList<>();
    reviews.forEach(
        (slug, review) -> {
          if (Review.UNLISTED.equals(review.section())) {
            unlisted.add(slug);
          }
        });
    return unlisted;
  }
}
