package org.conferencedigest.notes.note;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.notes.conference.ConferenceContents;
import org.conferencedigest.notes.talk.CoveringNotes;
import org.conferencedigest.notes.talk.TalkRepository;
import org.conferencedigest.notes.talk.TalkRow;
import org.conferencedigest.notes.talk.TalkStore;

/** What happens to notes when their conference goes, or a talk they cover changes. */
@Singleton
final class NotesOfConference implements ConferenceContents, CoveringNotes {

  private final NoteRepository repository;
  private final NoteStore store;
  private final TalkRepository talks;
  private final TalkStore sources;
  private final Clock clock;

  NotesOfConference(
      NoteRepository repository,
      NoteStore store,
      TalkRepository talks,
      TalkStore sources,
      Clock clock) {
    this.repository = repository;
    this.store = store;
    this.talks = talks;
    this.sources = sources;
    this.clock = clock;
  }

  @Override
  public List<TalkReviewed> clear(String conference, String by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<TalkReviewed> retractions = store.retractAll(conference, by, now);
    talks.clear(conference, now);
    sources.forgetSources(conference);
    return retractions;
  }

  @Override
  public List<TalkReviewed> show(String conference, Collection<String> changed) {
    if (changed.isEmpty()) {
      return List.of();
    }
    List<Note> covering = repository.coveringAny(conference, changed.toArray(String[]::new));
    if (covering.isEmpty()) {
      return List.of();
    }
    Map<String, Talk> present = present(conference);
    List<Note> next =
        covering.stream()
            .map(
                note ->
                    note.at(
                        note.revision(),
                        note.eventVersion() + 1,
                        note.publishedAt(),
                        note.updatedAt()))
            .toList();
    store.writeEventVersions(next);
    return next.stream()
        .map(
            note ->
                note.event(
                    note.talks().stream().map(present::get).filter(Objects::nonNull).toList()))
        .toList();
  }

  @Override
  public List<TalkReviewed> shown(String conference, String talk) {
    return repository.covering(conference, talk).stream()
        .map(note -> note.event(List.of()))
        .toList();
  }

  @Override
  public Set<String> covered(String conference) {
    return new HashSet<>(repository.coveredTalks(conference));
  }

  private Map<String, Talk> present(String conference) {
    return talks.all(conference).stream()
        .map(TalkRow::talk)
        .collect(Collectors.toMap(Talk::slug, Function.identity()));
  }
}
