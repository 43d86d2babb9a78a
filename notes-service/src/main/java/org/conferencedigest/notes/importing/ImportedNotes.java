package org.conferencedigest.notes.importing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.conferencedigest.notes.note.BulkNotes;
import org.conferencedigest.notes.note.Note;
import org.conferencedigest.notes.note.NoteRepository;
import org.conferencedigest.notes.note.NoteState;
import org.conferencedigest.notes.note.NoteSummary;
import org.conferencedigest.notes.note.NoteWish;
import org.conferencedigest.notes.talk.TalkRepository;
import org.conferencedigest.notes.talk.TalkRow;
import org.conferencedigest.notes.writing.Outcome;

/** The notes of an import, from the pages to the rows. */
@Singleton
final class ImportedNotes {

  private final NoteRepository notes;
  private final BulkNotes bulk;
  private final TalkRepository talks;
  private final Bounds bounds;

  ImportedNotes(NoteRepository notes, BulkNotes bulk, TalkRepository talks, Bounds bounds) {
    this.notes = notes;
    this.bulk = bulk;
    this.talks = talks;
    this.bounds = bounds;
  }

  /**
   * What an import has in hand.
   *
   * @param stored all notes of the conference that are drafted or published
   * @param rows those that are to be written over, as they are stored
   * @param wanted those that are to be stored, as they are to be
   */
  record InHand(
      String conference,
      List<NoteSummary> stored,
      Map<String, Note> rows,
      Map<String, Note> wanted) {

    Set<String> drafts() {
      Set<String> drafts = new TreeSet<>();
      stored.stream()
          .filter(note -> note.state() == NoteState.DRAFT)
          .forEach(note -> drafts.add(note.slug()));
      wanted.values().stream()
          .filter(note -> note.state() == NoteState.DRAFT)
          .forEach(note -> drafts.add(note.slug()));
      return drafts;
    }
  }

  /** What was written. */
  record WrittenNotes(
      Map<Outcome, List<String>> outcomes, List<TalkReviewed> events, List<Problem> problems) {}

  /**
   * Takes the pages, and what is stored, in hand.
   *
   * @throws ProblemException 409 if the conference would have too many notes
   */
  InHand take(String conference, BlogContent content, String by, WrittenDate today) {
    InHand inHand =
        new InHand(conference, notes.summaries(conference), new HashMap<>(), new TreeMap<>());
    fetch(inHand, content.notes().keySet());
    content
        .notes()
        .forEach(
            (slug, page) ->
                inHand
                    .wanted()
                    .put(
                        slug,
                        BulkNotes.wanted(page, conference, slug, row(inHand, slug), by, today)));
    requireRoom(inHand);
    return inHand;
  }

  private void requireRoom(InHand inHand) {
    int added = inHand.wanted().size() - inHand.rows().size();
    if (added > 0 && notes.count(inHand.conference()) + added > bounds.notesPerConference()) {
      throw ProblemException.conflict(
          "The conference may have no more than %d notes.".formatted(bounds.notesPerConference()));
    }
  }

  /**
   * Takes the notes that a post itself holds in hand. A page that its author has written since it
   * came from a post stays as it is.
   *
   * @param talks the talk of each of them
   * @throws ProblemException 409 if the conference would have too many notes
   */
  void see(InHand inHand, List<SeenNote> seen, Map<String, String> talks, String by) {
    Set<String> slugs = seen.stream().map(SeenNote::slug).collect(Collectors.toSet());
    slugs.removeAll(inHand.wanted().keySet());
    fetch(inHand, slugs);
    for (SeenNote note : seen) {
      if (slugs.contains(note.slug())) {
        List<String> covered =
            Optional.ofNullable(talks.get(note.slug())).map(List::of).orElse(List.of());
        Note wanted =
            row(inHand, note.slug())
                .filter(row -> !row.isRetracted())
                .map(
                    row -> row.with(page(row, note), row.talks().isEmpty() ? covered : row.talks()))
                .orElseGet(() -> created(inHand, note, covered, by));
        inHand.wanted().put(note.slug(), wanted);
      }
    }
    requireRoom(inHand);
  }

  private static Note created(InHand inHand, SeenNote note, List<String> talks, String by) {
    return BulkNotes.wanted(
        new NoteWish.Fields(
            NoteState.PUBLISHED,
            note.talk().title(),
            note.date(),
            null,
            SeenNote.page(note.text()),
            talks,
            Review.NONE),
        inHand.conference(),
        note.slug(),
        row(inHand, note.slug()),
        by,
        note.date());
  }

  private static String page(Note row, SeenNote note) {
    String text = row.entry() != null ? row.entry() : row.recommendation();
    boolean fromPost =
        row.frontMatter() == null && text != null && SeenNote.page(text).equals(row.body());
    return fromPost ? SeenNote.page(note.text()) : row.body();
  }

  /** Gives each published note of the conference the review that a post has of it. */
  void place(InHand inHand, Map<String, Review> reviews) {
    Map<String, Review> before =
        inHand.stored().stream().collect(Collectors.toMap(NoteSummary::slug, NoteSummary::review));
    Set<String> others = new TreeSet<>();
    reviews.forEach(
        (slug, review) -> {
          if (!inHand.wanted().containsKey(slug) && !review.equals(before.get(slug))) {
            others.add(slug);
          }
        });
    fetch(inHand, others);
    others.forEach(
        slug -> inHand.wanted().put(slug, Objects.requireNonNull(inHand.rows().get(slug))));
    inHand
        .wanted()
        .replaceAll(
            (slug, note) -> {
              Review review = reviews.get(slug);
              return review == null ? note : note.with(review);
            });
  }

  /** Writes what is other than it is stored; the events are the caller's to publish. */
  WrittenNotes write(InHand inHand, String by) {
    Map<String, Talk> present =
        talks.all(inHand.conference()).stream()
            .map(TalkRow::talk)
            .collect(Collectors.toMap(Talk::slug, Function.identity()));
    WrittenNotes written =
        new WrittenNotes(new EnumMap<>(Outcome.class), new ArrayList<>(), new ArrayList<>());
    inHand
        .wanted()
        .forEach(
            (slug, note) -> {
              BulkNotes.Result result = bulk.write(row(inHand, slug), note, by, present);
              written
                  .outcomes()
                  .computeIfAbsent(result.outcome(), o -> new ArrayList<>())
                  .add(slug);
              result.event().ifPresent(written.events()::add);
              for (String talk : note.talks()) {
                if (!present.containsKey(talk)) {
                  written
                      .problems()
                      .add(
                          new Problem(
                              slug + ".md", 1, "It covers the talk " + talk + ", unknown here."));
                }
              }
            });
    return written;
  }

  private void fetch(InHand inHand, Set<String> slugs) {
    if (!slugs.isEmpty()) {
      notes
          .rows(inHand.conference(), slugs.toArray(String[]::new))
          .forEach(note -> inHand.rows().put(note.slug(), note));
    }
  }

  private static Optional<Note> row(InHand inHand, String slug) {
    return Optional.ofNullable(inHand.rows().get(slug));
  }
}
