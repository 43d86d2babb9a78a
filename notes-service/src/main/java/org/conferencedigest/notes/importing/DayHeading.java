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
          Locale.of("nl"),
          Locale.of("pl"),
          Locale.of("sv"),
          Locale.of("ru"),
          Locale.of("he"),
          Locale.of("ar"));

  private static final Map<String, Month> MONTHS = new HashMap<>();
  private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();

  static {
    for (Locale language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
          MONTHS.put(month.getDisplayName(style, language).toLowerCase(language), month);
        }
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

  /** "6月24日", as it is written in Japanese and Chinese; "6월 24일" in Korean. */
  private static final Pattern EASTERN =
      Pattern.compile("(?:(\\d{4})[年년]\\s*)?(\\d{1,2})[月월]\\s*(\\d{1,2})[日일号號]");

  private static final List<String> NUMBERS = List.of("one", "two", "three", "four", "five");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:^|[^\\p{L}])(?:day|tag|jour(?:née)?|día|dia|giorno|dag|день|יום|اليوم)\\s*#?(\\d{1,2}|one|two|three|four|five)"
              + "(?![\\p{L}\\p{Nd}])|(\\d{1,2})日目|第(\\d{1,2})[天日]|(\\d{1,2})일차",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private DayHeading() {}

  /** Which of a conference's days a heading names by its number: "Day 2", "Jour 2", "2日目". */
  static Optional<Integer> number(String heading) {
    Matcher number = NUMBER.matcher(heading);
    if (!number.find()) {
      return Optional.empty();
    }
    for (int i = 1; i <= number.groupCount(); i++) {
      String written = number.group(i);
      if (written != null) {
        int word = NUMBERS.indexOf(written.toLowerCase(Locale.ROOT)) + 1;
        int day = word > 0 ? word : Integer.parseInt(written);
        return day > 0 && day < 32 ? Optional.of(day) : Optional.empty();
      }
    }
    return Optional.empty();
  }

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
    Matcher eastern = EASTERN.matcher(heading);
    if (eastern.find()) {
      List<Integer> named =
          eastern.group(1) == null
              ? List.copyOf(years)
              : List.of(Integer.parseInt(eastern.group(1)));
      return named.stream()
          .flatMap(
              year ->
                  date(
                      () ->
                          LocalDate.of(
                              year,
                              Integer.parseInt(eastern.group(2)),
                              Integer.parseInt(eastern.group(3))))
                      .stream())
          .findFirst();
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

  /** How sure it is that a heading means that date: a weekday or a year leave no doubt. */
  static double confidence(String heading, LocalDate date) {
    Optional<DayOfWeek> weekday = word(heading.toLowerCase(Locale.ROOT), WEEKDAYS);
    if (weekday.isPresent()) {
      return weekday.get() == date.getDayOfWeek() ? 1 : 0.6;
    }
    return heading.contains(Integer.toString(date.getYear())) ? 1 : 0.8;
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
