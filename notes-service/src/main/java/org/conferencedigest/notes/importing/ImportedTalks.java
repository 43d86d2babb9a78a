package org.conferencedigest.notes.importing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.note.NoteSummary;
import org.conferencedigest.notes.recognition.SeenTalk;
import org.conferencedigest.notes.recognition.TalkReader;
import org.conferencedigest.notes.talk.CoveringNotes;
import org.conferencedigest.notes.talk.TalkRepository;
import org.conferencedigest.notes.talk.TalkRow;
import org.conferencedigest.notes.writing.Outcome;

/**
 * The talks of the notes that a post itself holds. A talk of the programme keeps all it says; what
 * the post knows beyond that is added. One that the programme does not have is created.
 */
@Singleton
final class ImportedTalks {

  private final TalkRepository repository;
  private final CoveringNotes covering;
  private final Bounds bounds;
  private final Clock clock;

  ImportedTalks(TalkRepository repository, CoveringNotes covering, Bounds bounds, Clock clock) {
    this.repository = repository;
    this.covering = covering;
    this.bounds = bounds;
    this.clock = clock;
  }

  /**
   * What was written.
   *
   * @param ofNotes the talk of each note that had none
   * @param changed the talks that were there and say more now
   */
  record WrittenTalks(Map<String, String> ofNotes, Set<String> changed) {
    static final WrittenTalks NONE = new WrittenTalks(Map.of(), Set.of());
  }

  /** The talks of a conference. */
  List<TalkRow> programme(String conference) {
    return repository.all(conference);
  }

  /** Writes the talks of notes, where that says something new. */
  WrittenTalks write(
      String conference,
      List<SeenNote> seen,
      ImportedNotes.InHand notes,
      List<TalkRow> programme,
      List<Problem> problems) {
    Map<String, TalkRow> bySlug = new HashMap<>();
    Map<String, String> byTitle = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (TalkRow talk : programme) {
      bySlug.put(talk.slug(), talk);
      if (byTitle.put(TalkReader.key(talk.title()), talk.slug()) != null) {
        ambiguous.add(TalkReader.key(talk.title()));
      }
    }
    Map<String, List<String>> covered = new HashMap<>();
    for (NoteSummary note : notes.stored()) {
      covered.put(note.slug(), note.talks());
    }
    notes.wanted().forEach((slug, note) -> covered.put(slug, note.talks()));
    long room = bounds.talksPerConference() - repository.count(conference);
    WrittenTalks written = new WrittenTalks(new TreeMap<>(), new TreeSet<>());
    for (SeenNote note : seen) {
      List<String> talks = covered.getOrDefault(note.slug(), List.of());
      String key = TalkReader.key(note.talk().title());
      String talk =
          talks.isEmpty()
              ? ambiguous.contains(key) ? null : byTitle.get(key)
              : talks.size() == 1 ? talks.getFirst() : null;
      if (talk != null) {
        written.ofNotes().put(note.slug(), talk);
        TalkRow row = bySlug.get(talk);
        if (row != null && enrich(row, note.talk())) {
          written.changed().add(talk);
        }
      } else if (talks.isEmpty() && !ambiguous.contains(key)) {
        if (room-- <= 0) {
          problems.add(
              new Problem(
                  note.slug(), 1, "Its talk is not kept: the conference has all it may have."));
          continue;
        }
        written.ofNotes().put(note.slug(), create(conference, note, bySlug.keySet()));
      }
    }
    return written;
  }

  private String create(String conference, SeenNote note, Collection<String> taken) {
    String slug = new Slugs(taken).unique(note.slug());
    Optional<TalkRow> deleted = repository.findRow(conference, slug);
    SeenTalk talk = note.talk();
    repository.write(
        new TalkRow(
            conference,
            slug,
            talk.title(),
            talk.kind().word(),
            null,
            null,
            null,
            null,
            null,
            false,
            talk.speakers(),
            talk.links(),
            false,
            deleted.map(TalkRow::revision).orElse(0L) + 1,
            now()));
    return slug;
  }

  /** Adds what a talk does not say yet; whether there is anything. */
  private boolean enrich(TalkRow row, SeenTalk seen) {
    List<TalkLink> links = new ArrayList<>(row.links());
    for (TalkLink link : seen.links()) {
      boolean known = links.stream().anyMatch(other -> other.url().equals(link.url()));
      if (!known && link.kind() != LinkKind.OTHER && links.size() < bounds.linksPerTalk()) {
        links.add(link);
      }
    }
    boolean speaks = row.speakers().isEmpty() && !seen.speakers().isEmpty();
    if (links.size() == row.links().size() && !speaks) {
      return false;
    }
    repository.write(
        new TalkRow(
            row.conference(),
            row.slug(),
            row.title(),
            row.kind(),
            row.startsAt(),
            row.minutes(),
            row.room(),
            row.track(),
            row.summary(),
            row.cancelled(),
            speaks ? seen.speakers() : row.speakers(),
            links,
            row.deleted(),
            row.revision() + 1,
            now()));
    return true;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Shows changed talks in the notes that cover them and were not written anyway. */
  List<TalkReviewed> show(String conference, WrittenTalks talks, ImportedNotes.WrittenNotes notes) {
    Set<String> told = new HashSet<>();
    notes.events().forEach(event -> told.add(event.note()));
    notes.outcomes().getOrDefault(Outcome.CREATED, List.of()).forEach(told::add);
    List<TalkReviewed> events = new ArrayList<>();
    for (String talk : talks.changed()) {
      boolean others =
          covering.shown(conference, talk).stream().anyMatch(event -> !told.contains(event.note()));
      if (others) {
        events.addAll(covering.show(conference, talk));
      }
    }
    return events;
  }
}
