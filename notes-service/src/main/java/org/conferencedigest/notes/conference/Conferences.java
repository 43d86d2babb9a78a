package org.conferencedigest.notes.conference;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conferencedigest.events.DigestEvent;
import org.conferencedigest.foundation.etag.EntityTag;
import org.conferencedigest.foundation.etag.Preconditions;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.bounds.PathSlug;
import org.conferencedigest.notes.paging.Cut;
import org.conferencedigest.notes.paging.Listing;
import org.conferencedigest.notes.publishing.Publisher;
import org.conferencedigest.notes.writing.ConferenceLock;
import org.conferencedigest.notes.writing.Outcome;
import org.conferencedigest.notes.writing.Writes;
import org.conferencedigest.notes.writing.Written;

/** Reads, writes and deletes conferences. */
@Singleton
public final class Conferences {

  private final ConferenceRepository repository;
  private final ConferenceCheck check;
  private final ConferenceContents contents;
  private final ConferenceLock lock;
  private final Writes writes;
  private final Publisher publisher;
  private final Clock clock;

  Conferences(
      ConferenceRepository repository,
      ConferenceCheck check,
      ConferenceContents contents,
      ConferenceLock lock,
      Writes writes,
      Publisher publisher,
      Clock clock) {
    this.repository = repository;
    this.check = check;
    this.contents = contents;
    this.lock = lock;
    this.writes = writes;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * A conference that is there.
   *
   * @throws ProblemException 404 if there is none
   */
  public Conference get(String segment) {
    return repository
        .find(PathSlug.existing(segment))
        .orElseThrow(() -> ProblemException.notFound("There is no conference " + segment + "."));
  }

  Listing<ConferenceDocument> list(Cut cut) {
    return cut.page(
        repository.page(cut.after(), cut.rows()), Conference::slug, ConferenceDocument::of);
  }

  Written<Conference> put(
      String segment, ConferenceDocument wish, Caller caller, Preconditions conditions) {
    caller.requireEditor();
    String slug = PathSlug.writableConference(segment);
    Conference wanted = check.check(slug, wish);
    return writes.write(
        "conference",
        () -> {
          lock.alone(slug);
          conditions.requireForWrite(repository.find(slug).map(this::tags).orElse(List.of()));
          return save(wanted);
        });
  }

  /**
   * Writes a conference with the event that tells of it, unless that is what is there already; in
   * the current transaction, which holds the conference's lock alone.
   *
   * @param wanted at any version
   */
  public Written<Conference> save(Conference wanted) {
    Optional<Conference> row = repository.findRow(wanted.slug());
    Optional<Conference> present = row.filter(stored -> !stored.deleted());
    if (present.isPresent() && wanted.saysTheSameAs(present.get())) {
      return new Written<>(Outcome.UNCHANGED, present.get(), present.get().after());
    }
    Conference next = wanted.as(row.map(Conference::version).orElse(0L) + 1, now());
    repository.write(next);
    publisher.publish(next.event());
    return new Written<>(
        present.isPresent() ? Outcome.CHANGED : Outcome.CREATED, next, next.after());
  }

  Written<Conference> delete(String segment, Caller caller, Preconditions conditions) {
    caller.requireEditor();
    String slug = PathSlug.existing(segment);
    return writes.write(
        "conference",
        () -> {
          lock.alone(slug);
          Conference stored = get(slug);
          conditions.requireForWrite(stored.tag());
          Conference gone = stored.deletedAt(now());
          List<DigestEvent> events = new ArrayList<>(contents.clear(slug, caller.subject()));
          repository.write(gone);
          events.add(gone.event());
          publisher.publish(events);
          return new Written<>(Outcome.DELETED, gone, gone.after());
        });
  }

  private List<EntityTag> tags(Conference conference) {
    return List.of(conference.tag());
  }

  /** As precise as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
