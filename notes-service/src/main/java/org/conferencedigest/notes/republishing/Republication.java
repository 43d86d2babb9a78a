package org.conferencedigest.notes.republishing;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestEvent;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.note.Note;
import org.conferencedigest.notes.publishing.Publisher;
import org.conferencedigest.notes.republishing.Progress.Counts;
import org.conferencedigest.notes.republishing.StateStore.Found;
import org.conferencedigest.notes.writing.ConferenceLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run: reads the versions that the topics hold, then lifts those of this database above them
 * and publishes what stands here, a few notes at a time, each time in one transaction under the
 * locks that writers take. So writes go on, and an event of a write is behind or before that of the
 * run, with the version that its place asks for. It waits while much waits in the outbox.
 *
 * <p>A run that did not end does no harm, and the next one begins anew.
 */
@Singleton
final class Republication {

  private static final Logger LOG = LoggerFactory.getLogger(Republication.class);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final TopicReader topics;
  private final VersionStore versions;
  private final StateStore state;
  private final ProgressStore log;
  private final ConferenceLock lock;
  private final Publisher publisher;
  private final TransactionOperations<?> transactions;
  private final RepublishSettings settings;
  private final Clock clock;

  Republication(
      TopicReader topics,
      VersionStore versions,
      StateStore state,
      ProgressStore log,
      ConferenceLock lock,
      Publisher publisher,
      TransactionOperations<?> transactions,
      RepublishSettings settings,
      Clock clock) {
    this.topics = topics;
    this.versions = versions;
    this.state = state;
    this.log = log;
    this.lock = lock;
    this.publisher = publisher;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param run kept up to date, here and in the log
   * @param by who is the author of what is unknown here, if the topics do not say
   */
  void run(Run run, String by, RepublishLock.Held held) {
    versions.clear();
    topics.read(
        batch -> {
          run.requireGoingOn();
          versions.add(batch.versions());
          save(
              run,
              run.progress()
                  .with(
                      new Counts(
                          batch.versions().size() + batch.unreadable(),
                          batch.unreadable(),
                          0,
                          0,
                          0,
                          0)));
        });
    save(run, run.progress().publishing());
    for (String conference : versions.conferences(run.progress().conference())) {
      held.require();
      step(run, () -> conference(conference));
      notes(run, conference);
      unknown(run, conference, by);
    }
    versions.clear();
  }

  private Counts conference(String slug) {
    lock.alone(slug);
    return state.conference(slug).map(this::republish).orElse(Counts.NONE);
  }

  private Counts republish(Found<Conference> found) {
    Conference stored = found.entity();
    Conference next =
        stored.as(Math.max(stored.version(), found.onTopic()) + 1, stored.updatedAt());
    state.liftConference(next);
    publisher.publish(next.event());
    return new Counts(0, 0, 1, 0, 0, 0);
  }

  private void notes(Run run, String conference) {
    String[] after = {""};
    long before;
    do {
      before = done(run);
      step(run, () -> notes(conference, after));
    } while (done(run) > before);
  }

  private Counts notes(String conference, String[] after) {
    state.shareLock(conference);
    List<Found<Note>> found = state.notes(conference, after[0], settings.batch());
    if (found.isEmpty()) {
      return Counts.NONE;
    }
    Map<String, Talk> talks =
        state.talks(
            conference,
            found.stream()
                .flatMap(note -> note.entity().talks().stream())
                .collect(Collectors.toSet()));
    List<Note> lifted = new ArrayList<>();
    for (Found<Note> one : found) {
      Note note = lift(one);
      if (isPublished(
          note.event(note.talks().stream().map(talks::get).filter(Objects::nonNull).toList()))) {
        lifted.add(note);
      }
    }
    state.liftNotes(conference, lifted);
    after[0] = found.getLast().entity().slug();
    return new Counts(0, 0, 0, lifted.size(), 0, found.size() - lifted.size());
  }

  private static Note lift(Found<Note> found) {
    Note note = found.entity();
    return note.at(
        note.revision(),
        Math.max(note.eventVersion(), found.onTopic()) + 1,
        note.publishedAt(),
        note.updatedAt());
  }

  private boolean isPublished(DigestEvent event) {
    try {
      publisher.publish(event);
      return true;
    } catch (ProblemException tooLarge) {
      LOG.warn("Not published again: {}", tooLarge.getMessage());
      return false;
    }
  }

  private void unknown(Run run, String conference, String by) {
    boolean retract = run.progress().retractUnknown();
    String[] from = {""};
    boolean[] more = {true};
    while (more[0]) {
      step(
          run,
          () -> {
            lock.alone(conference);
            List<TopicVersion> unknown = state.unknown(conference, from[0], settings.batch());
            more[0] = !unknown.isEmpty();
            if (unknown.isEmpty()) {
              return Counts.NONE;
            }
            // The next text in the order of bytes.
            from[0] = unknown.getLast().note() + "\u0001";
            return settle(unknown, by, retract);
          });
    }
  }

  /**
   * What is retracted, or has been, gets a row: what is written there later is heard of by that.
   * What is not retracted stays as it is, and so do the notes of a conference that is unknown.
   */
  private Counts settle(List<TopicVersion> unknown, String by, boolean retract) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    long live = 0;
    for (TopicVersion one : unknown) {
      boolean told = one.live() && retract;
      live += one.live() ? 1 : 0;
      boolean hasPlace = one.note().isEmpty() || state.conference(one.conference()).isPresent();
      if ((told || !one.live()) && hasPlace) {
        TopicVersion next = told ? one.next() : one;
        state.place(next, one.author() == null ? by : one.author(), now);
        if (told) {
          publisher.publish(gone(next, now));
        }
      }
    }
    return new Counts(0, 0, 0, 0, live, 0);
  }

  private static DigestEvent gone(TopicVersion last, Instant at) {
    return last.note().isEmpty()
        ? new ConferenceChanged(last.conference(), last.version(), null)
        : new TalkReviewed(last.conference(), last.note(), last.version(), null, at);
  }

  /** One transaction, once there is room in the outbox. */
  private void step(Run run, Supplier<Counts> work) {
    while (backlog() >= settings.backlog()) {
      run.pause(LOOK);
    }
    run.requireGoingOn();
    Counts done = transactions.executeWrite(status -> work.get());
    save(run, run.progress().with(done));
  }

  private long backlog() {
    return transactions.executeRead(status -> state.backlog(settings.backlog()));
  }

  private static long done(Run run) {
    return run.progress().counts().notes() + run.progress().counts().refused();
  }

  private void save(Run run, Progress progress) {
    run.set(progress);
    log.save(progress);
  }
}
