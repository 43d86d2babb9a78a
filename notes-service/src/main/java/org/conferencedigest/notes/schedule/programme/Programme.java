package org.conferencedigest.notes.schedule.programme;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file tells.
 *
 * @param title the conference's
 * @param zone the zone of its clocks; null if the file names none
 * @param firstDay the conference's, as the file names it
 * @param lastDay likewise
 */
public record Programme(
    Source source,
    @Nullable String title,
    @Nullable ZoneId zone,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    List<Session> sessions) {

  public Programme {
    sessions = List.copyOf(sessions);
  }

  /** The conference's first day: as it is named, or that of the first talk. */
  public Optional<LocalDate> begins() {
    return firstDay != null && lastDay != null && !lastDay.isBefore(firstDay)
        ? Optional.of(firstDay)
        : days().min(LocalDate::compareTo);
  }

  /** The conference's last day: as it is named, or that of the last talk. */
  public Optional<LocalDate> ends() {
    return firstDay != null && lastDay != null && !lastDay.isBefore(firstDay)
        ? Optional.of(lastDay)
        : days().max(LocalDate::compareTo);
  }

  private java.util.stream.Stream<LocalDate> days() {
    return sessions.stream().map(Session::day).filter(Objects::nonNull);
  }

  /** The same with other sessions. */
  public Programme with(List<Session> others) {
    return new Programme(source, title, zone, firstDay, lastDay, others);
  }
}
