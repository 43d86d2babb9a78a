package org.conferencedigest.notes.schedule.frab;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.notes.schedule.programme.When;
import org.jspecify.annotations.Nullable;

/** Reads the dates, times and durations of these formats. */
final class Clocks {

  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "Z")
          .optionalEnd()
          .toFormatter();

  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d{1,4})[:.])?(\\d{1,5}):(\\d{2})(?::(\\d{2}))?");
  private static final Pattern ISO_DURATION =
      Pattern.compile("P(?:(\\d{1,3})D)?(?:T(?:(\\d{1,4})H)?(?:(\\d{1,5})M)?(?:\\d+S)?)?");

  private Clocks() {}

  /** A date, also the date of a date and time. */
  static Optional<LocalDate> date(@Nullable String text) {
    try {
      return text == null || text.strip().length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.strip().substring(0, 10)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** A time of day. */
  static Optional<LocalTime> time(@Nullable String text) {
    Matcher time = TIME.matcher(text == null ? "" : text.strip());
    try {
      return time.matches()
          ? Optional.of(
              LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))))
          : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** A date and time, with an offset or without. */
  static Optional<When> moment(@Nullable String text, @Nullable ZoneId zone) {
    String written = text == null ? "" : text.strip().replaceFirst("^(\\S{10}) +", "$1T");
    if (written.length() < 16) {
      return Optional.empty();
    }
    try {
      TemporalAccessor parsed =
          DATE_TIME.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
      if (parsed instanceof OffsetDateTime moment) {
        LocalDateTime clock =
            zone == null
                ? moment.toLocalDateTime()
                : LocalDateTime.ofInstant(moment.toInstant(), zone);
        return Optional.of(new When(clock, moment.toInstant()));
      }
      return Optional.of(new When((LocalDateTime) parsed, null));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** The same as its clocks show it, whatever the zone: without its offset. */
  static Optional<LocalDateTime> asWritten(@Nullable String text) {
    return moment(text, null).map(When::clock);
  }

  /**
   * A duration in minutes: {@code H:MM}, {@code H:MM:SS}, {@code D:HH:MM:SS}, ISO 8601, or a number
   * of minutes.
   */
  static Optional<Long> minutes(@Nullable String text) {
    String written = text == null ? "" : text.strip();
    if (written.matches("\\d{1,6}")) {
      return Optional.of(Long.parseLong(written));
    }
    Matcher duration = DURATION.matcher(written);
    if (duration.matches()) {
      boolean withDays = duration.group(1) != null && duration.group(4) != null;
      if (duration.group(1) != null && !withDays) {
        // H:MM:SS
        return Optional.of(number(duration.group(1)) * 60 + number(duration.group(2)));
      }
      return Optional.of(
          number(duration.group(1)) * 24 * 60
              + number(duration.group(2)) * 60
              + number(duration.group(3)));
    }
    Matcher iso = ISO_DURATION.matcher(written);
    return iso.matches() && written.length() > 2
        ? Optional.of(
            number(iso.group(1)) * 24 * 60 + number(iso.group(2)) * 60 + number(iso.group(3)))
        : Optional.empty();
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
