package org.conferencedigest.notes.talk;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.foundation.etag.Preconditions;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.bounds.PathSlug;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.conference.Conferences;
import org.conferencedigest.notes.paging.Cut;
import org.conferencedigest.notes.paging.Listing;
import org.conferencedigest.notes.publishing.Publisher;
import org.conferencedigest.notes.writing.ConferenceLock;
import org.conferencedigest.notes.writing.Outcome;
import org.conferencedigest.notes.writing.Writes;
import org.conferencedigest.notes.writing.Written;

/** Reads, writes and deletes talks; the notes that cover a talk show each of its changes. */
@Singleton
final class Talks {

  private final TalkRepository repository;
  private final TalkCheck check;
  private final Conferences conferences;
  private final CoveringNotes notes;
  private final ConferenceLock lock;
  private final Writes writes;
  private final Publisher publisher;
  private final Bounds bounds;
  private final Clock clock;

  Talks(
      TalkRepository repository,
      TalkCheck check,
      Conferences conferences,
      CoveringNotes notes,
      ConferenceLock lock,
      Writes writes,
      Publisher publisher,
      Bounds bounds,
      Clock clock) {
    this.repository = repository;
    this.check = check;
    this.conferences = conferences;
    this.notes = notes;
    this.lock = lock;
    this.writes = writes;
    this.publisher = publisher;
    this.bounds = bounds;
    this.clock = clock;
  }

  TalkRow get(String conference, String segment) {
    Conference in = conferences.get(conference);
    return find(in.slug(), PathSlug.existing(segment))
        .orElseThrow(() -> ProblemException.notFound("There is no talk " + segment + "."));
  }

  Listing<TalkDocument> list(String conference, Cut cut) {
    Conference in = conferences.get(conference);
    return cut.page(
        repository.page(in.slug(), cut.after(), cut.rows()), TalkRow::slug, TalkDocument::of);
  }

  Written<TalkRow> put(
      String conference,
      String segment,
      TalkDocument wish,
      Caller caller,
      Preconditions conditions) {
    caller.requireEditor();
    String inSlug = PathSlug.existing(conference);
    TalkRow wanted = check.check(inSlug, PathSlug.writable("talk", segment), wish);
    return writes.write(
        "talk",
        () -> {
          lock.alone(inSlug);
          Conference in = conferences.get(inSlug);
          Optional<TalkRow> row = repository.findRow(inSlug, wanted.slug());
          Optional<TalkRow> present = row.filter(stored -> !stored.deleted());
          conditions.requireForWrite(present.map(TalkRow::tag).map(List::of).orElse(List.of()));
          if (present.isPresent() && wanted.saysTheSameAs(present.get())) {
            return new Written<>(
                Outcome.UNCHANGED, present.get(), after(in, notes.shown(inSlug, wanted.slug())));
          }
          if (row.isEmpty() && repository.count(inSlug) >= bounds.talksPerConference()) {
            throw ProblemException.conflict(
                "The conference has %d talks already, and may have no more."
                    .formatted(bounds.talksPerConference()));
          }
          return write(in, wanted, row, present.isPresent() ? Outcome.CHANGED : Outcome.CREATED);
        });
  }

  Written<TalkRow> delete(
      String conference, String segment, Caller caller, Preconditions conditions) {
    caller.requireEditor();
    String inSlug = PathSlug.existing(conference);
    return writes.write(
        "talk",
        () -> {
          lock.alone(inSlug);
          Conference in = conferences.get(inSlug);
          TalkRow stored = get(inSlug, segment);
          conditions.requireForWrite(stored.tag());
          return write(in, stored, Optional.of(stored), Outcome.DELETED);
        });
  }

  private Written<TalkRow> write(
      Conference in, TalkRow wanted, Optional<TalkRow> row, Outcome outcome) {
    TalkRow next =
        wanted.as(
            outcome == Outcome.DELETED,
            row.map(TalkRow::revision).orElse(0L) + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    repository.write(next);
    List<TalkReviewed> events = notes.show(in.slug(), next.slug());
    publisher.publish(events);
    return new Written<>(outcome, next, after(in, events));
  }

  /**
   * A conference's events of one kind are applied in order, so its last ones stand for all; without
   * any, the conference as it is.
   */
  private static DigestAfter after(Conference in, List<TalkReviewed> events) {
    Map<String, Long> versions = new HashMap<>();
    int from = Math.max(0, events.size() - DigestAfter.MOST_ENTITIES);
    events.subList(from, events.size()).forEach(e -> versions.put(e.entity(), e.version()));
    return versions.isEmpty()
        ? new DigestAfter(in.slug(), Map.of(ConferenceChanged.ENTITY, in.version()))
        : new DigestAfter(in.slug(), versions);
  }

  private Optional<TalkRow> find(String conference, String slug) {
    return repository.findRow(conference, slug).filter(talk -> !talk.deleted());
  }
}
