package org.conferencedigest.summary.digest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the dates that authors write. */
public final class NoteTime {

  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[' '][XXX][XX][X]")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private NoteTime() {}

  /**
   * When that is on the clocks of a place.
   *
   * @param date an ISO 8601 date (its first minute is meant), local date-time, or date-time with
   *     offset
   * @return null if it is none of these
   */
  static @Nullable LocalDateTime parse(String date, ZoneId place) {
    try {
      return switch (WRITTEN.parseBest(
          date.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from)) {
        case OffsetDateTime instant -> instant.atZoneSameInstant(place).toLocalDateTime();
        case LocalDateTime local -> local;
        case LocalDate day -> day.atStartOfDay();
        default -> null;
      };
    } catch (DateTimeParseException notADate) {
      return null;
    }
  }

  /** The zone of that name; UTC if there is none. */
  public static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }
}
