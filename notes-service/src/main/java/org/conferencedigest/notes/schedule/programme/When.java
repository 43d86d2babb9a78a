package org.conferencedigest.notes.schedule.programme;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When something begins.
 *
 * @param clock what the clocks of the file's zone show
 * @param instant the moment; null if the file does not tell how its clocks are set
 */
public record When(LocalDateTime clock, @Nullable Instant instant) {

  /**
   * What the clocks of a conference show.
   *
   * @param file the zone the file names; null if it names none
   */
  public LocalDateTime on(ZoneId conference, @Nullable ZoneId file) {
    if (conference.equals(file)) {
      return clock;
    }
    if (instant != null) {
      return LocalDateTime.ofInstant(instant, conference);
    }
    return file == null
        ? clock
        : clock.atZone(file).withZoneSameInstant(conference).toLocalDateTime();
  }
}
