package org.conferencedigest.notes.schedule;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.conference.ConferenceRepository;
import org.conferencedigest.notes.conference.Conferences;
import org.conferencedigest.notes.publishing.Publisher;
import org.conferencedigest.notes.schedule.programme.Place;
import org.conferencedigest.notes.schedule.programme.Programme;
import org.conferencedigest.notes.schedule.programme.Remarks;
import org.conferencedigest.notes.schedule.programme.Source;
import org.conferencedigest.notes.talk.CoveringNotes;
import org.conferencedigest.notes.talk.TalkRow;
import org.conferencedigest.notes.talk.TalkStore;
import org.conferencedigest.notes.writing.ConferenceLock;
import org.conferencedigest.notes.writing.Outcome;
import org.conferencedigest.notes.writing.Writes;
import org.conferencedigest.notes.writing.Written;

/** Imports programmes: all of one in one transaction, with its events, or nothing. */
@Singleton
final class Schedules {

  /** A conference with fewer talks may well change all of them. */
  private static final int MANY = 10;

  private final ConferenceRepository repository;
  private final Conferences conferences;
  private final HeldConference held;
  private final OriginStore origins;
  private final TalkStore talks;
  private final CoveringNotes notes;
  private final ConferenceLock lock;
  private final Writes writes;
  private final Publisher publisher;
  private final Bounds bounds;
  private final Clock clock;

  Schedules(
      ConferenceRepository repository,
      Conferences conferences,
      HeldConference held,
      OriginStore origins,
      TalkStore talks,
      CoveringNotes notes,
      ConferenceLock lock,
      Writes writes,
      Publisher publisher,
      Bounds bounds,
      Clock clock) {
    this.repository = repository;
    this.conferences = conferences;
    this.held = held;
    this.origins = origins;
    this.talks = talks;
    this.notes = notes;
    this.lock = lock;
    this.writes = writes;
    this.publisher = publisher;
    this.bounds = bounds;
    this.clock = clock;
  }

  /**
   * How to import.
   *
   * @param dryRun whether only to say what would be done
   * @param replace whether a programme may take the place of another one altogether
   */
  record Wish(boolean dryRun, boolean replace, Apply apply) {}

  /**
   * Imports a programme into a conference, which is created if it is missing.
   *
   * @throws ProblemException 409 if the conference would have too many talks, or none of its talks
   *     is in the programme
   */
  Written<ScheduleReport> run(String slug, Programme programme, Remarks remarks, Wish wish) {
    Programme distinct = programme.with(Distinct.of(programme.sessions(), remarks));
    return writes.write(
        "schedule",
        () -> {
          lock.alone(slug);
          return runLocked(slug, distinct, remarks, wish);
        });
  }

  private Written<ScheduleReport> runLocked(
      String slug, Programme programme, Remarks outside, Wish wish) {
    Remarks remarks = outside.copy(); // the transaction may be tried again
    Optional<Conference> stored = repository.find(slug);
    List<Known> known = stored.isPresent() ? origins.all(slug) : List.of();
    List<TalkRow> present = known.stream().map(Known::row).filter(row -> !row.deleted()).toList();
    Conference wanted =
        held.of(slug, stored, programme, present.stream().anyMatch(row -> row.startsAt() != null));
    Plan plan = plan(slug, programme, wanted.zone(), known, remarks, wish);
    requireRoom(slug, plan);
    Outcome ofConference =
        stored.isEmpty()
            ? Outcome.CREATED
            : wanted.saysTheSameAs(stored.get()) ? Outcome.UNCHANGED : Outcome.CHANGED;
    ScheduleReport report =
        Reports.of(slug, ofConference, programme.source(), plan, remarks, wish.dryRun());
    if (wish.dryRun()) {
      return new Written<>(
          Outcome.UNCHANGED,
          report,
          stored.map(Conference::after).orElse(new DigestAfter(slug, Map.of())));
    }
    Conference conference = conferences.save(wanted).value();
    List<TalkReviewed> events = write(slug, plan, known);
    return new Written<>(outcome(ofConference, plan), report, after(conference, events));
  }

  private Plan plan(
      String slug,
      Programme programme,
      ZoneId zone,
      List<Known> known,
      Remarks remarks,
      Wish wish) {
    boolean areRecordings =
        programme.source() == Source.PYVIDEO
            && known.stream()
                .anyMatch(
                    talk ->
                        !talk.row().deleted()
                            && talk.origin()
                                .filter(from -> from.source() == Source.PYVIDEO)
                                .isEmpty());
    if (areRecordings) {
      return Plan.ofRecordings(programme.sessions(), known, wish.apply());
    }
    remarkOnZone(programme, zone, remarks);
    List<Matching.Item> items =
        programme.sessions().stream()
            .map(session -> new Matching.Item(session, session.on(zone, programme.zone())))
            .toList();
    Reconciliation reconciliation =
        Reconciliation.of(slug, programme.source(), items, known, notes.covered(slug), remarks);
    requireSameConference(reconciliation, known, wish);
    return Plan.ofProgramme(reconciliation);
  }

  private static void remarkOnZone(Programme programme, ZoneId zone, Remarks remarks) {
    boolean timed = programme.sessions().stream().anyMatch(session -> session.when() != null);
    Place place = programme.source().whole();
    if (timed && programme.zone() == null) {
      remarks.add(
          place,
          "The file does not name its time zone: its times were taken as those of %s, the conference's."
              .formatted(zone));
    } else if (timed && !zone.equals(programme.zone())) {
      remarks.add(
          place,
          "The file's times are those of %s: they were converted to those of %s, the conference's."
              .formatted(programme.zone(), zone));
    }
  }

  /** Many talks, of which none is left, are rather those of another conference. */
  private static void requireSameConference(
      Reconciliation reconciliation, List<Known> known, Wish wish) {
    long programmed =
        known.stream().filter(talk -> talk.isProgrammed() && !talk.row().deleted()).count();
    if (programmed >= MANY && reconciliation.matched() == 0 && !wish.replace()) {
      throw ProblemException.conflict(
          ("None of the conference's %d imported talks is in this file: it is likely another"
                  + " conference's. If it is not, import it with ?replace=true.")
              .formatted(programmed));
    }
  }

  private void requireRoom(String slug, Plan plan) {
    long added = plan.count(Reconciliation.Change.ADDED);
    if (added > 0 && talks.count(slug) + added > bounds.talksPerConference()) {
      throw ProblemException.conflict(
          "The conference may have no more than %d talks.".formatted(bounds.talksPerConference()));
    }
  }

  private List<TalkReviewed> write(String slug, Plan plan, List<Known> known) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Map<String, Long> revisions = talks.revisions(slug);
    List<TalkRow> rows =
        plan.steps().stream()
            .filter(Reconciliation.Step::writesTalk)
            .map(
                step ->
                    step.row()
                        .as(
                            step.change() == Reconciliation.Change.REMOVED,
                            revisions.getOrDefault(step.row().slug(), 0L) + 1,
                            now))
            .toList();
    talks.write(rows);
    rememberOrigins(slug, plan, known);
    List<TalkReviewed> events = notes.show(slug, rows.stream().map(TalkRow::slug).toList());
    publisher.publish(events);
    return events;
  }

  private void rememberOrigins(String slug, Plan plan, List<Known> known) {
    Map<String, Known.Origin> before =
        known.stream()
            .flatMap(talk -> talk.origin().stream())
            .collect(Collectors.toMap(Known.Origin::talk, origin -> origin));
    List<Known.Origin> told = new ArrayList<>();
    List<String> forgotten = new ArrayList<>();
    for (Reconciliation.Step step : plan.steps()) {
      String talk = step.row().slug();
      if (step.origin().isEmpty()) {
        forgotten.add(talk);
      } else if (!step.origin().get().equals(before.get(talk))) {
        told.add(step.origin().get());
      }
    }
    origins.forget(slug, forgotten);
    origins.write(slug, told);
  }

  private static Outcome outcome(Outcome conference, Plan plan) {
    boolean same = plan.steps().stream().noneMatch(Reconciliation.Step::writesTalk);
    return conference == Outcome.UNCHANGED && !same ? Outcome.CHANGED : conference;
  }

  /** The last of a conference's notes stand for all: they are applied in order. */
  private static DigestAfter after(Conference conference, List<TalkReviewed> events) {
    Map<String, Long> versions = new HashMap<>();
    versions.put(ConferenceChanged.ENTITY, conference.version());
    int from = Math.max(0, events.size() - (DigestAfter.MOST_ENTITIES - 1));
    events.subList(from, events.size()).forEach(e -> versions.put(e.entity(), e.version()));
    return new DigestAfter(conference.slug(), versions);
  }
}
