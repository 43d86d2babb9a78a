package org.conferencedigest.summary.lint;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A date as a person writes it, with the day of the week before it, in one of the languages that
 * have their names of days and months to themselves.
 *
 * @param text as it was written
 * @param offset where it begins
 */
record WrittenDate(String text, int offset, DayOfWeek weekday, LocalDate date) {

  private static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH,
          Locale.FRENCH,
          Locale.GERMAN,
          Locale.ITALIAN,
          Locale.of("es"),
          Locale.of("pt"),
          Locale.of("nl"));

  private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
  private static final Map<String, Month> MONTHS = months();

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern WEEKDAY =
      Pattern.compile(
          "\\b(" + anyOf(WEEKDAYS.keySet()) + ")\\b,?\\s{0,3}\\(?(?:(?:the|le|den|der|el|il)\\s)?",
          FLAGS);

  private static final String MONTH = "(?<month>" + anyOf(MONTHS.keySet()) + ")\\b\\.?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th|er|º)?";
  private static final String YEAR = "(?:(?:,|\\sde)?\\s(?<year>\\d{4}))?\\b";

  private static final List<Pattern> DATES =
      List.of(
          Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)\\b"),
          Pattern.compile(MONTH + "\\s" + DAY + YEAR, FLAGS),
          Pattern.compile(DAY + "\\.?\\s(?:(?:of|de)\\s)?" + MONTH + YEAR, FLAGS));

  boolean agrees() {
    return date.getDayOfWeek() == weekday;
  }

  /**
   * The dates with a day of the week in a text, such as {@code Wednesday, June 24}.
   *
   * @param year of dates that name none
   */
  static List<WrittenDate> in(String text, int year) {
    List<WrittenDate> dates = new ArrayList<>();
    Matcher weekday = WEEKDAY.matcher(text);
    while (weekday.find()) {
      DayOfWeek named = WEEKDAYS.get(weekday.group(1).toLowerCase(Locale.ROOT));
      for (Pattern pattern : DATES) {
        Matcher date = pattern.matcher(text).region(weekday.end(), text.length());
        if (date.lookingAt()) {
          LocalDate day = day(date, year);
          if (day != null && named != null) {
            dates.add(
                new WrittenDate(
                    text.substring(weekday.start(), date.end()), weekday.start(), named, day));
          }
          break;
        }
      }
    }
    return dates;
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
    Month month = MONTHS.get(text.toLowerCase(Locale.ROOT));
    return month == null ? Integer.parseInt(text) : month.getValue();
  }

  private static Map<String, DayOfWeek> weekdays() {
    Map<String, DayOfWeek> names = new TreeMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Locale language : LANGUAGES) {
        names.put(day.getDisplayName(TextStyle.FULL, language).toLowerCase(language), day);
      }
    }
    return names;
  }

  private static Map<String, Month> months() {
    Map<String, Month> names = new TreeMap<>();
    for (Month month : Month.values()) {
      for (Locale language : LANGUAGES) {
        names.put(month.getDisplayName(TextStyle.FULL, language).toLowerCase(language), month);
      }
      names.put(month.name().substring(0, 3).toLowerCase(Locale.ROOT), month);
    }
    names.put("sept", Month.SEPTEMBER);
    return names;
  }

  /** The longest first, so that none hides one that begins like it. */
  private static String anyOf(Collection<String> names) {
    return names.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }
}
