package org.conferencedigest.notes.schedule.programme;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An item of a file's programme.
 *
 * @param day the day of the programme it belongs to, which after midnight is the day before
 * @param told what the file tells of it; its start is on the file's clocks
 */
public record Session(
    Place place, Identity identity, @Nullable When when, @Nullable LocalDate day, Told told) {

  /** What the file tells of it, with its start on a conference's clocks. */
  public Told on(ZoneId conference, @Nullable ZoneId file) {
    LocalDateTime start = when == null ? null : when.on(conference, file);
    return told.at(start);
  }

  /** The same, known by something else. */
  public Session knownBy(Identity other) {
    return new Session(place, other, when, day, told);
  }
}
