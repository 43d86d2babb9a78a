package org.conferencedigest.summary.lint;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as a person writes it, with the day of the week.
 *
 * @param text as it was written
 * @param offset where it begins
 */
record WrittenDate(String text, int offset, DayOfWeek weekday, LocalDate date) {

  private static final Pattern WEEKDAY =
      Pattern.compile(
          "\\b(mon|tues|wednes|thurs|fri|satur|sun)day\\b,?\\s{0,3}\\(?(?:the\\s)?",
          Pattern.CASE_INSENSITIVE);

  private static final String MONTH =
      "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "(?:,?\\s(?<year>\\d{4}))?\\b";

  private static final List<Pattern> DATES =
      List.of(
          Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)\\b"),
          Pattern.compile(MONTH + "\\s" + DAY + YEAR, Pattern.CASE_INSENSITIVE),
          Pattern.compile(DAY + "\\.?\\s(?:of\\s)?" + MONTH + YEAR, Pattern.CASE_INSENSITIVE));

  boolean agrees() {
    return date.getDayOfWeek() == weekday;
  }

  /**
   * The dates with a day of the week in an English text, such as {@code Wednesday, June 24}.
   *
   * @param year of dates that name none
   */
  static List<WrittenDate> in(String text, int year) {
    List<WrittenDate> dates = new ArrayList<>();
    Matcher weekday = WEEKDAY.matcher(text);
    while (weekday.find()) {
      for (Pattern pattern : DATES) {
        Matcher date = pattern.matcher(text).region(weekday.end(), text.length());
        if (date.lookingAt()) {
          LocalDate day = day(date, year);
          if (day != null) {
            dates.add(
                new WrittenDate(
                    text.substring(weekday.start(), date.end()),
                    weekday.start(),
                    day(weekday.group(1)),
                    day));
          }
          break;
        }
      }
    }
    return dates;
  }

  private static DayOfWeek day(String begin) {
    return DayOfWeek.valueOf(begin.toUpperCase(Locale.ROOT) + "DAY");
  }

  private static @Nullable LocalDate day(Matcher date, int year) {
    String writtenYear = date.group("year");
    try {
      return LocalDate.of(
          writtenYear == null ? year : Integer.parseInt(writtenYear),
          month(date.group("month")),
          Integer.parseInt(date.group("day")));
    } catch (DateTimeException e) {
      // June 31 is no date that could have a day of the week.
      return null;
    }
  }

  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    return Arrays.stream(Month.values())
        .filter(
            month -> month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow()
        .getValue();
  }
}
