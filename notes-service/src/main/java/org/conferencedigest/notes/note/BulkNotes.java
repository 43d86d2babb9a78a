package org.conferencedigest.notes.note;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.conferencedigest.notes.writing.Outcome;

/**
 * Writes many notes of one conference, in the current transaction, which holds its lock alone. The
 * events are left to the caller to publish.
 */
@Singleton
public final class BulkNotes {

  private final NoteStore store;
  private final Clock clock;

  BulkNotes(NoteStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What came of one note.
   *
   * @param event what is to be published of it
   */
  public record Result(Outcome outcome, Note note, Optional<TalkReviewed> event) {}

  /**
   * The note that a wish makes of what is stored.
   *
   * @param row what is stored, retracted or not
   * @param author who owns the note if it is new
   * @param today the date of a note that has none
   */
  public static Note wanted(
      NoteWish wish,
      String conference,
      String slug,
      Optional<Note> row,
      String author,
      WrittenDate today) {
    return NoteChange.of(
        wish,
        conference,
        slug,
        row.filter(note -> !note.isRetracted()),
        row.map(Note::author).orElse(author),
        today);
  }

  /**
   * Writes a note, unless that is what is stored.
   *
   * @param row what is stored, retracted or not
   * @param by who writes
   * @param talks the talks of the conference that are there, by slug
   */
  public Result write(Optional<Note> row, Note wanted, String by, Map<String, Talk> talks) {
    Optional<Note> present = row.filter(note -> !note.isRetracted());
    if (present.filter(wanted::saysTheSameAs).isPresent()) {
      return new Result(Outcome.UNCHANGED, present.get(), Optional.empty());
    }
    Note next = NoteVersions.next(row, wanted, clock.instant().truncatedTo(ChronoUnit.MICROS));
    store.write(next, by);
    List<Talk> covered = next.talks().stream().map(talks::get).filter(Objects::nonNull).toList();
    return new Result(
        present.isPresent() ? Outcome.CHANGED : Outcome.CREATED,
        next,
        NoteVersions.isTold(row, next) ? Optional.of(next.event(covered)) : Optional.empty());
  }
}
