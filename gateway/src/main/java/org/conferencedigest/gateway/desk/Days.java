package org.conferencedigest.gateway.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and times as people read them. */
final class Days {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.ENGLISH);

  private Days() {}

  /** From the first to the last day; empty if neither is known. */
  static String of(@Nullable LocalDate first, @Nullable LocalDate last) {
    LocalDate from = first == null ? last : first;
    LocalDate to = last == null ? first : last;
    if (from == null || to == null) {
      return "";
    }
    return from.equals(to) ? DAY.format(from) : DAY.format(from) + " to " + DAY.format(to);
  }

  /** A day of a programme. */
  static String weekday(LocalDate day) {
    return WEEKDAY.format(day);
  }
}
