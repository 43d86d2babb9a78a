package org.conferencedigest.notes.schedule.frab;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A day of the programme, which goes on after midnight.
 *
 * @param changes when the next one begins: what begins earlier than that in the morning belongs to
 *     the day before
 */
record ProgrammeDay(@Nullable LocalDate date, LocalTime changes) {

  /** When a file does not say it: a programme is over by then, and none has begun. */
  static final LocalTime CHANGES = LocalTime.of(4, 0);

  /** No programme begins so early that its evening ended later. */
  private static final LocalTime LATEST = LocalTime.of(9, 1);

  static final ProgrammeDay NONE = new ProgrammeDay(null, CHANGES);

  /**
   * When the next day begins, by when this one ends: in the early hours, on the conference's
   * clocks.
   *
   * @param end a date and time
   * @param otherwise what holds if that says nothing of the kind
   */
  static LocalTime changes(@Nullable String end, LocalTime otherwise) {
    return Clocks.asWritten(end)
        .map(LocalDateTime::toLocalTime)
        .map(last -> last.getMinute() == 59 ? last.plusMinutes(1) : last)
        .filter(time -> time.isAfter(LocalTime.MIDNIGHT) && time.isBefore(LATEST))
        .orElse(otherwise);
  }
}
