package org.conferencedigest.notes.note;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the versions of a note go on. */
final class NoteVersions {

  /** The least time between two revisions of a note: the finest that every reader can tell. */
  static final Duration STEP = Duration.ofMillis(1);

  private NoteVersions() {}

  /**
   * The next revision of a note. It is later than the one before it, even if the clock was set back
   * meanwhile: who follows a feed would take an edit with an earlier time for one already seen.
   *
   * @param row what is stored, retracted or not
   * @param wanted what is to be stored, at any version
   * @param clock what the clock says
   */
  static Note next(Optional<Note> row, Note wanted, Instant clock) {
    Instant now = row.map(Note::updatedAt).map(before -> after(before, clock)).orElse(clock);
    long revision = row.map(Note::revision).orElse(0L) + 1;
    long events = row.map(Note::eventVersion).orElse(0L);
    Instant first = row.map(Note::publishedAt).orElse(null);
    @Nullable Instant published = first == null && wanted.isPublished() ? now : first;
    return wanted.at(
        revision,
        isTold(row, wanted) ? events + 1 : events,
        published,
        now,
        significantAt(row, wanted, now));
  }

  private static Instant after(Instant before, Instant clock) {
    Instant earliest = before.plus(STEP);
    return clock.isBefore(earliest) ? earliest : clock;
  }

  private static @Nullable Instant significantAt(Optional<Note> row, Note wanted, Instant now) {
    Note before = row.orElse(null);
    if (!wanted.isPublished()) {
      return before == null ? null : before.significantAt();
    }
    return before == null || !before.isPublished() || Significance.isSignificant(before, wanted)
        ? now
        : before.significantAt();
  }

  /** Whether an event tells of a change: of each to a published note, and of its end. */
  static boolean isTold(Optional<Note> row, Note next) {
    return next.isPublished() || row.filter(Note::isPublished).isPresent();
  }
}
