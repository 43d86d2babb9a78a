package org.conferencedigest.notes.note;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.foundation.etag.Preconditions;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.bounds.Findings;
import org.conferencedigest.notes.bounds.PathSlug;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.conferencedigest.notes.publishing.Publisher;
import org.conferencedigest.notes.writing.Outcome;
import org.conferencedigest.notes.writing.Writes;
import org.conferencedigest.notes.writing.Written;

/** Writes and retracts notes. */
@Singleton
final class Notes {

  private final NoteSituations situations;
  private final NoteStore store;
  private final NoteCheck check;
  private final Writes writes;
  private final Publisher publisher;
  private final Bounds bounds;
  private final Clock clock;

  Notes(
      NoteSituations situations,
      NoteStore store,
      NoteCheck check,
      Writes writes,
      Publisher publisher,
      Bounds bounds,
      Clock clock) {
    this.situations = situations;
    this.store = store;
    this.check = check;
    this.writes = writes;
    this.publisher = publisher;
    this.bounds = bounds;
    this.clock = clock;
  }

  Written<Note> put(
      String conference,
      String segment,
      NoteDocument wish,
      Caller caller,
      Preconditions conditions) {
    caller.requireAuthor();
    String slug = PathSlug.writable("note", segment);
    return put(PathSlug.existing(conference), slug, check.check(slug, wish), caller, conditions);
  }

  Written<Note> putPage(
      String conference, String segment, String page, Caller caller, Preconditions conditions) {
    caller.requireAuthor();
    String slug = PathSlug.writable("note", segment);
    return put(PathSlug.existing(conference), slug, check.check(page), caller, conditions);
  }

  private Written<Note> put(
      String conference, String slug, NoteWish wish, Caller caller, Preconditions conditions) {
    List<String> talks = Objects.requireNonNullElse(wish.talks(), List.of());
    return writes.write(
        "note",
        () -> {
          NoteSituation found = situations.of(conference, slug, talks);
          if (found.present().filter(note -> isVisible(note, caller)).isEmpty()) {
            // Conditions tell nothing of what the caller may not see.
            conditions.requireForWrite(List.of());
          }
          found.row().ifPresent(note -> caller.requireAuthorOf(note.author()));
          conditions.requireForWrite(found.present().map(NoteTags::of).orElse(List.of()));
          Note wanted = wanted(found, slug, wish, caller);
          if (found.present().filter(wanted::saysTheSameAs).isPresent()) {
            Note stored = found.present().get();
            return new Written<>(Outcome.UNCHANGED, stored, after(found.conference(), stored));
          }
          requireRoom(found);
          requireTalks(found, wanted);
          Outcome outcome = found.present().isPresent() ? Outcome.CHANGED : Outcome.CREATED;
          return store(found, wanted, caller.subject(), outcome);
        });
  }

  private static boolean isVisible(Note note, Caller caller) {
    return note.isPublished() || caller.mayActFor(note.author());
  }

  private Note wanted(NoteSituation found, String slug, NoteWish wish, Caller caller) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), found.conference().zone());
    return NoteChange.of(
        wish,
        found.conference().slug(),
        slug,
        found.present(),
        found.row().map(Note::author).orElse(caller.subject()),
        new WrittenDate(today.toString()));
  }

  private void requireRoom(NoteSituation found) {
    if (found.notes() >= bounds.notesPerConference()) {
      throw ProblemException.conflict(
          "The conference has %d notes already, and may have no more."
              .formatted(bounds.notesPerConference()));
    }
  }

  /** Talks that a note already covers may be gone; new ones must be there. */
  private static void requireTalks(NoteSituation found, Note wanted) {
    List<String> before = found.present().map(Note::talks).orElse(List.of());
    Findings findings = new Findings();
    for (int i = 0; i < wanted.talks().size(); i++) {
      String talk = wanted.talks().get(i);
      if (!found.talks().containsKey(talk) && !before.contains(talk)) {
        findings.add("/talks/" + i, "There is no talk " + talk + " in this conference.");
      }
    }
    findings.requireNone();
  }

  private Written<Note> store(NoteSituation found, Note wanted, String by, Outcome outcome) {
    Note next = NoteVersions.next(found.row(), wanted, now());
    store.write(next, by);
    if (NoteVersions.isTold(found.row(), next)) {
      publisher.publish(next.event(found.covered(next.talks())));
    }
    return new Written<>(outcome, next, after(found.conference(), next));
  }

  /** Retracts a note; its row and its history stay. */
  Written<Note> delete(String conference, String segment, Caller caller, Preconditions conditions) {
    caller.requireAuthor();
    String in = PathSlug.existing(conference);
    String slug = PathSlug.existing(segment);
    return writes.write(
        "note",
        () -> {
          NoteSituation found = situations.of(in, slug, List.of());
          Note stored =
              found
                  .present()
                  .filter(note -> isVisible(note, caller))
                  .orElseThrow(() -> ProblemException.notFound("There is no note " + slug + "."));
          caller.requireAuthorOf(stored.author());
          conditions.requireForWrite(NoteTags.of(stored));
          return store(found, stored.retracted(), caller.subject(), Outcome.DELETED);
        });
  }

  /** A note that no event told of yet changes no digest: the conference as it is shows it. */
  private static DigestAfter after(Conference conference, Note note) {
    return note.eventVersion() == 0
        ? new DigestAfter(conference.slug(), Map.of(ConferenceChanged.ENTITY, conference.version()))
        : new DigestAfter(
            conference.slug(), Map.of(TalkReviewed.entity(note.slug()), note.eventVersion()));
  }

  /** As precise as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
