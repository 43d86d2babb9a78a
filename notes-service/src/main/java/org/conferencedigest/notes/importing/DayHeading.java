package org.conferencedigest.notes.importing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the day in a heading such as "Wednesday, June 24", in the languages named below. */
final class DayHeading {

  private static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH,
          Locale.GERMAN,
          Locale.FRENCH,
          Locale.ITALIAN,
          Locale.of("es"),
          Locale.of("pt"),
          Locale.of("nl"));

  private static final Map<String, Month> MONTHS = new HashMap<>();
  private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();

  static {
    for (Locale language : LANGUAGES) {
      for (Month month : Month.values()) {
        MONTHS.put(month.getDisplayName(TextStyle.FULL, language).toLowerCase(language), month);
      }
      for (DayOfWeek day : DayOfWeek.values()) {
        WEEKDAYS.put(day.getDisplayName(TextStyle.FULL, language).toLowerCase(language), day);
      }
    }
    for (Month month : Month.values()) {
      MONTHS.put(
          month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ENGLISH), month);
    }
  }

  private static final Pattern ISO = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})\\b");
  private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d{2})\\b");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern DAY =
      Pattern.compile("(?<![\\d\\p{L}])(\\d{1,2})(?:st|nd|rd|th|er|º)?(?![\\d\\p{L}])");

  private DayHeading() {}

  /**
   * The date a heading names.
   *
   * @param years those it may be in if it names none, the likeliest first
   */
  static Optional<LocalDate> read(String heading, Collection<Integer> years) {
    Matcher iso = ISO.matcher(heading);
    if (iso.find()) {
      return date(() -> LocalDate.parse(iso.group(1)));
    }
    String lower = heading.toLowerCase(Locale.ROOT);
    Optional<Month> month = word(lower, MONTHS);
    Matcher day = DAY.matcher(lower);
    if (month.isEmpty() || !day.find()) {
      return Optional.empty();
    }
    int dayOfMonth = Integer.parseInt(day.group(1));
    Matcher year = YEAR.matcher(lower);
    if (year.find()) {
      int named = Integer.parseInt(year.group(1));
      return date(() -> LocalDate.of(named, month.get(), dayOfMonth));
    }
    List<LocalDate> dates =
        years.stream()
            .flatMap(y -> date(() -> LocalDate.of(y, month.get(), dayOfMonth)).stream())
            .toList();
    Optional<DayOfWeek> weekday = word(lower, WEEKDAYS);
    return dates.stream()
        .filter(date -> weekday.isPresent() && date.getDayOfWeek() == weekday.get())
        .findFirst()
        .or(() -> dates.stream().findFirst());
  }

  private static <T> Optional<T> word(String text, Map<String, T> words) {
    return WORD.matcher(text)
        .results()
        .flatMap(match -> Optional.ofNullable(words.get(match.group())).stream())
        .findFirst();
  }

  private static Optional<LocalDate> date(java.util.function.Supplier<LocalDate> date) {
    try {
      return Optional.of(date.get());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
