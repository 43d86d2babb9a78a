package org.conferencedigest.notes.importing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.events.Slug;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.conference.ConferenceRepository;
import org.conferencedigest.notes.conference.Conferences;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.conferencedigest.notes.publishing.Publisher;
import org.conferencedigest.notes.talk.TalkRow;
import org.conferencedigest.notes.writing.ConferenceLock;
import org.conferencedigest.notes.writing.Outcome;
import org.conferencedigest.notes.writing.Writes;
import org.conferencedigest.notes.writing.Written;

/** Imports content: all of it in one transaction, or nothing. */
@Singleton
final class Imports {

  private final ConferenceRepository repository;
  private final Conferences conferences;
  private final ImportedConference importedConference;
  private final ImportedNotes importedNotes;
  private final ImportedTalks importedTalks;
  private final PostSettings settings;
  private final ConferenceLock lock;
  private final Writes writes;
  private final Publisher publisher;
  private final Clock clock;

  Imports(
      ConferenceRepository repository,
      Conferences conferences,
      ImportedConference importedConference,
      ImportedNotes importedNotes,
      ImportedTalks importedTalks,
      PostSettings settings,
      ConferenceLock lock,
      Writes writes,
      Publisher publisher,
      Clock clock) {
    this.repository = repository;
    this.conferences = conferences;
    this.importedConference = importedConference;
    this.importedNotes = importedNotes;
    this.importedTalks = importedTalks;
    this.settings = settings;
    this.lock = lock;
    this.writes = writes;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** Imports content into a conference, which is created if it is missing. */
  Written<ImportReport> run(String slug, BlogContent content, String by) {
    return writes.write(
        "content",
        () -> {
          lock.alone(slug);
          return runLocked(slug, content, by);
        });
  }

  private Written<ImportReport> runLocked(String slug, BlogContent content, String by) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Optional<Conference> stored = repository.find(slug);
    ImportedNotes.InHand notes =
        importedNotes.take(slug, content, by, new WrittenDate(today.toString()));
    BlogContent.Post post = content.post();
    List<TalkRow> programme = post == null ? List.of() : importedTalks.programme(slug);
    Plan plan = post == null ? null : plan(post, slug, stored, notes, programme, today);
    // The conference first: talks and notes refer to its row.
    Written<Conference> conference =
        conferences.save(importedConference.of(slug, stored, post, plan));
    List<Problem> problems = new ArrayList<>(content.problems());
    ImportedTalks.WrittenTalks talks = ImportedTalks.WrittenTalks.NONE;
    if (post != null && plan != null) {
      talks = importedTalks.write(slug, plan.seen(), notes, programme, problems);
      importedNotes.see(notes, plan.seen(), talks.ofNotes(), by);
      importedNotes.place(notes, plan.reviews());
      problems.addAll(
          DeadLinks.in(post.file(), plan.refs(), plan.reviews().keySet(), notes.drafts()));
    }
    ImportedNotes.WrittenNotes written = importedNotes.write(notes, by);
    List<TalkReviewed> events = new ArrayList<>(written.events());
    events.addAll(importedTalks.show(slug, talks, written));
    publisher.publish(events);
    problems.addAll(written.problems());
    return new Written<>(
        outcome(conference.outcome(), written),
        Reports.of(conference, post, plan, written.outcomes(), problems),
        after(conference.value(), events));
  }

  private Plan plan(
      BlogContent.Post post,
      String slug,
      Optional<Conference> stored,
      ImportedNotes.InHand notes,
      List<TalkRow> programme,
      LocalDate today) {
    WrittenDate day =
        post.page()
            .frontMatter()
            .date()
            .or(() -> BlogContent.dateInName(post.file()))
            .orElseGet(() -> new WrittenDate(today.toString()));
    return Plan.of(
        post.page().body(),
        notes.stored(),
        notes.wanted(),
        programme.stream().map(TalkRow::talk).toList(),
        new Plan.Setting(
            stored.map(Conference::path).orElse(slug),
            stored.map(Conference::digestPath).isPresent(),
            stored.map(Conference::zone).orElse(ZoneOffset.UTC),
            stored.map(Conference::startDate).orElse(null),
            new WrittenDate(day.day(ZoneOffset.UTC).toString()),
            // Often the same: a name that is a slug.
            new HashSet<>(List.of(Slug.from(post.file().stem()), post.file().stem())),
            settings.talks()));
  }

  private static Outcome outcome(Outcome conference, ImportedNotes.WrittenNotes notes) {
    boolean sameNotes = notes.outcomes().keySet().stream().allMatch(Outcome.UNCHANGED::equals);
    return conference == Outcome.UNCHANGED && !sameNotes ? Outcome.CHANGED : conference;
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
