package org.conferencedigest.notes.importing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.conference.ConferenceRepository;
import org.conferencedigest.notes.conference.Conferences;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.conferencedigest.notes.note.BulkNotes;
import org.conferencedigest.notes.note.Note;
import org.conferencedigest.notes.note.NoteRepository;
import org.conferencedigest.notes.note.NoteState;
import org.conferencedigest.notes.note.NoteSummary;
import org.conferencedigest.notes.publishing.Publisher;
import org.conferencedigest.notes.talk.TalkRepository;
import org.conferencedigest.notes.talk.TalkRow;
import org.conferencedigest.notes.writing.ConferenceLock;
import org.conferencedigest.notes.writing.Outcome;
import org.conferencedigest.notes.writing.Writes;
import org.conferencedigest.notes.writing.Written;
import org.jspecify.annotations.Nullable;

/** Imports content: all of it in one transaction, or nothing. */
@Singleton
final class Imports {

  private final ConferenceRepository conferences;
  private final Conferences conferenceWrites;
  private final ImportedConference importedConference;
  private final NoteRepository notes;
  private final BulkNotes bulk;
  private final TalkRepository talks;
  private final ConferenceLock lock;
  private final Writes writes;
  private final Publisher publisher;
  private final Bounds bounds;
  private final Clock clock;

  Imports(
      ConferenceRepository conferences,
      Conferences conferenceWrites,
      ImportedConference importedConference,
      NoteRepository notes,
      BulkNotes bulk,
      TalkRepository talks,
      ConferenceLock lock,
      Writes writes,
      Publisher publisher,
      Bounds bounds,
      Clock clock) {
    this.conferences = conferences;
    this.conferenceWrites = conferenceWrites;
    this.importedConference = importedConference;
    this.notes = notes;
    this.bulk = bulk;
    this.talks = talks;
    this.lock = lock;
    this.writes = writes;
    this.publisher = publisher;
    this.bounds = bounds;
    this.clock = clock;
  }

  /** Imports content into a conference, which is created if it is missing. */
  Written<ImportReport> run(String slug, Content content, String by) {
    return writes.write(
        "content",
        () -> {
          lock.alone(slug);
          return new Run(slug, content, by).run();
        });
  }

  /** One import, in its transaction. */
  private final class Run {

    private final String slug;
    private final Content content;
    private final String by;
    private final LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    private final Map<String, Note> rows = new HashMap<>();
    private final Map<String, Note> wanted = new TreeMap<>();
    private final List<Problem> problems;

    Run(String slug, Content content, String by) {
      this.slug = slug;
      this.content = content;
      this.by = by;
      this.problems = new ArrayList<>(content.problems());
    }

    Written<ImportReport> run() {
      Optional<Conference> stored = conferences.find(slug);
      List<NoteSummary> summaries = notes.summaries(slug);
      fetch(content.notes().keySet());
      content
          .notes()
          .forEach(
              (name, page) ->
                  wanted.put(
                      name,
                      BulkNotes.wanted(
                          page,
                          slug,
                          name,
                          Optional.ofNullable(rows.get(name)),
                          by,
                          new WrittenDate(today.toString()))));
      requireRoom();
      Plan plan = content.post() == null ? null : plan(content.post(), stored, summaries);
      Written<Conference> conference =
          conferenceWrites.save(importedConference.of(slug, stored, content.post(), plan));
      if (plan != null) {
        place(plan, summaries);
        problems.addAll(deadLinks(plan, summaries));
      }
      return write(conference, plan);
    }

    private void fetch(Set<String> slugs) {
      if (!slugs.isEmpty()) {
        notes.rows(slug, slugs.toArray(String[]::new)).forEach(note -> rows.put(note.slug(), note));
      }
    }

    private void requireRoom() {
      long added = wanted.keySet().stream().filter(name -> !rows.containsKey(name)).count();
      if (added > 0 && notes.count(slug) + added > bounds.notesPerConference()) {
        throw ProblemException.conflict(
            "The conference may have no more than %d notes."
                .formatted(bounds.notesPerConference()));
      }
    }

    private Plan plan(Content.Post post, Optional<Conference> stored, List<NoteSummary> summaries) {
      LocalDate written =
          post.page().frontMatter().date().map(date -> date.day(ZoneOffset.UTC)).orElse(today);
      return Plan.of(
          post.page().body(),
          summaries,
          wanted,
          stored.map(Conference::path).orElse(slug),
          stored.map(Conference::zone).orElse(ZoneOffset.UTC),
          written.getYear());
    }

    /** Gives each published note the review that the post has of it. */
    private void place(Plan plan, List<NoteSummary> summaries) {
      Map<String, Review> before =
          summaries.stream().collect(Collectors.toMap(NoteSummary::slug, NoteSummary::review));
      Set<String> others = new TreeSet<>();
      plan.reviews()
          .forEach(
              (name, review) -> {
                if (!wanted.containsKey(name) && !review.equals(before.get(name))) {
                  others.add(name);
                }
              });
      fetch(others);
      others.forEach(name -> wanted.put(name, Objects.requireNonNull(rows.get(name))));
      wanted.replaceAll(
          (name, note) -> {
            Review review = plan.reviews().get(name);
            return review == null ? note : note.with(review);
          });
    }

    private List<Problem> deadLinks(Plan plan, List<NoteSummary> summaries) {
      Set<String> drafts = new TreeSet<>();
      summaries.stream()
          .filter(note -> note.state() == NoteState.DRAFT)
          .forEach(note -> drafts.add(note.slug()));
      wanted.values().stream()
          .filter(note -> !note.isPublished())
          .forEach(note -> drafts.add(note.slug()));
      return DeadLinks.in(
          Objects.requireNonNull(content.post()).file(),
          plan.refs(),
          plan.reviews().keySet(),
          drafts);
    }

    private Written<ImportReport> write(Written<Conference> conference, @Nullable Plan plan) {
      Map<String, Talk> present =
          talks.all(slug).stream()
              .map(TalkRow::talk)
              .collect(Collectors.toMap(Talk::slug, Function.identity()));
      Map<Outcome, List<String>> outcomes = new HashMap<>();
      List<TalkReviewed> events = new ArrayList<>();
      wanted.forEach(
          (name, note) -> {
            BulkNotes.Result result =
                bulk.write(Optional.ofNullable(rows.get(name)), note, by, present);
            outcomes.computeIfAbsent(result.outcome(), o -> new ArrayList<>()).add(name);
            result.event().ifPresent(events::add);
            note.talks().stream()
                .filter(talk -> !present.containsKey(talk))
                .forEach(
                    talk ->
                        problems.add(
                            new Problem(
                                name + ".md",
                                1,
                                "It covers the talk " + talk + ", unknown here.")));
          });
      publisher.publish(events);
      boolean nothingNew =
          conference.outcome() == Outcome.UNCHANGED
              && outcomes.keySet().stream().allMatch(Outcome.UNCHANGED::equals);
      Outcome outcome =
          conference.outcome() == Outcome.CREATED
              ? Outcome.CREATED
              : nothingNew ? Outcome.UNCHANGED : Outcome.CHANGED;
      return new Written<>(
          outcome,
          Reports.of(conference, content.post(), plan, outcomes, problems),
          after(conference.value(), events));
    }

    /** The last of a conference's notes stand for all: they are applied in order. */
    private DigestAfter after(Conference conference, List<TalkReviewed> events) {
      Map<String, Long> versions = new HashMap<>();
      versions.put(ConferenceChanged.ENTITY, conference.version());
      int from = Math.max(0, events.size() - (DigestAfter.MOST_ENTITIES - 1));
      events.subList(from, events.size()).forEach(e -> versions.put(e.entity(), e.version()));
      return new DigestAfter(slug, versions);
    }
  }
}
