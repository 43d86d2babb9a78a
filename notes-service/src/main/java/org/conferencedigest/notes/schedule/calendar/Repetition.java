package org.conferencedigest.notes.schedule.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.conferencedigest.notes.schedule.programme.Place;
import org.conferencedigest.notes.schedule.programme.Remarks;
import org.conferencedigest.notes.schedule.programme.When;

/**
 * The times of events that repeat (RFC 5545, section 3.3.10), each as an event of its own: by day
 * or by week, with an end, no more often than anything at a conference. Of others the first time is
 * taken, and that is told.
 */
final class Repetition {

  /** No conference repeats anything more often. */
  private static final int MOST = 31;

  /** With an interval of one digit, so many times are within these years. */
  private static final int YEARS = 6;

  private static final Set<String> PARTS =
      Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST");

  private final Moments moments;
  private final Remarks remarks;

  /** Times that have an event of their own, by UID and the time as written. */
  private final Set<String> moved = new HashSet<>();

  Repetition(List<Component> events, Moments moments, Remarks remarks) {
    this.moments = moments;
    this.remarks = remarks;
    for (Component event : events) {
      event.first("RECURRENCE-ID").ifPresent(id -> moved.add(key(event, id.value())));
    }
  }

  private static String key(Component event, String time) {
    return event.text("UID") + " " + time.strip();
  }

  /** An event, or the events it stands for. */
  List<Component> of(Component event) {
    Optional<Component.Property> rule = event.first("RRULE");
    Optional<Component.Property> start = event.first("DTSTART");
    if (event.first("RDATE").isPresent()) {
      say(event, "It repeats at times of its own (RDATE): these were passed over.");
    }
    if (rule.isEmpty()) {
      return List.of(event);
    }
    Optional<List<LocalDate>> days =
        start.flatMap(begin -> day(begin.value()).flatMap(day -> days(rule.get().value(), day)));
    if (days.isEmpty()) {
      say(event, "It repeats, but not by days or weeks with an end: its first time was taken.");
      return List.of(event);
    }
    if (days.get().size() > MOST) {
      say(event, "It repeats often: its first %d times were taken.".formatted(MOST));
    }
    List<Component> events = new ArrayList<>();
    for (LocalDate day : days.get().stream().limit(MOST).toList()) {
      boolean isFirst = day.equals(days.get().getFirst());
      Component occurrence = isFirst ? event : on(day, event, start.get());
      String time = occurrence.first("DTSTART").orElseThrow().value();
      if (!moved.contains(key(event, time)) && !isExcepted(event, occurrence)) {
        events.add(occurrence);
      }
    }
    return events;
  }

  private void say(Component event, String sentence) {
    remarks.add(Place.line(event.line()), sentence);
  }

  /** The days of a rule, the first one included; empty if it is none of those that are read. */
  private static Optional<List<LocalDate>> days(String rule, LocalDate first) {
    Map<String, String> parts = parts(rule);
    String frequency = parts.getOrDefault("FREQ", "");
    boolean ends = parts.containsKey("COUNT") || parts.containsKey("UNTIL");
    if (!PARTS.containsAll(parts.keySet())
        || !ends
        || parts.getOrDefault("INTERVAL", "1").length() > 1
        || !(frequency.equals("DAILY") || frequency.equals("WEEKLY"))) {
      return Optional.empty();
    }
    String until = parts.remove("UNTIL");
    Optional<LocalDate> last = until == null ? Optional.of(LocalDate.MAX) : day(until);
    try {
      List<String> rest = new ArrayList<>();
      parts.forEach((name, value) -> rest.add(name + "=" + value));
      List<LocalDate> days =
          new Recur<LocalDate>(String.join(";", rest))
              .getDates(first, first, first.plusYears(YEARS), MOST + 1);
      return last.map(
          end ->
              // "The DTSTART property value … counts as the first occurrence."
              Stream.concat(Stream.of(first), days.stream().filter(day -> !day.isAfter(end)))
                  .distinct()
                  .sorted()
                  .toList());
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException noRule) {
      return Optional.empty();
    }
  }

  private static Map<String, String> parts(String rule) {
    Map<String, String> parts = new TreeMap<>();
    for (String part : rule.strip().toUpperCase(Locale.ROOT).split(";")) {
      int equals = part.indexOf('=');
      parts.put(part.substring(0, Math.max(0, equals)), part.substring(equals + 1));
    }
    return parts;
  }

  private static Optional<LocalDate> day(String time) {
    try {
      return Optional.of(
          LocalDate.parse(time.strip().substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException | IndexOutOfBoundsException none) {
      return Optional.empty();
    }
  }

  /** The event on another day, which says which of its times it is. */
  private static Component on(LocalDate day, Component event, Component.Property start) {
    long shift = ChronoUnit.DAYS.between(day(start.value()).orElseThrow(), day);
    List<Component.Property> properties = new ArrayList<>();
    for (Component.Property property : event.properties()) {
      properties.add(
          property.name().equals("DTSTART") || property.name().equals("DTEND")
              ? shifted(property, shift)
              : property);
    }
    properties.add(
        new Component.Property(
            start.component(), "RECURRENCE-ID", new HashMap<>(), shifted(start, shift).value()));
    return new Component(event.line(), properties);
  }

  private static Component.Property shifted(Component.Property time, long days) {
    String value = time.value().strip();
    String moved =
        day(value)
            .map(day -> DateTimeFormatter.BASIC_ISO_DATE.format(day.plusDays(days)))
            .map(day -> day + value.substring(8))
            .orElse(value);
    return new Component.Property(time.component(), time.name(), time.parameters(), moved);
  }

  /** Whether that time is one of the exceptions, or behind the last one, to the minute. */
  private boolean isExcepted(Component event, Component occurrence) {
    Optional<When> start = occurrence.first("DTSTART").flatMap(moments::read);
    for (Component.Property exception : event.all("EXDATE")) {
      for (String time : exception.value().split(",")) {
        if (start.isPresent() && start.equals(moments.read(at(exception, time)))) {
          return true;
        }
      }
    }
    return event
        .first("RRULE")
        .map(rule -> parts(rule.value()).get("UNTIL"))
        .filter(until -> until.contains("T"))
        .flatMap(until -> moments.read(at(event.first("DTSTART").orElseThrow(), until)))
        .filter(until -> start.isPresent() && isAfter(start.get(), until))
        .isPresent();
  }

  private static Component.Property at(Component.Property like, String time) {
    return new Component.Property(like.component(), like.name(), like.parameters(), time.strip());
  }

  private static boolean isAfter(When start, When until) {
    if (start.instant() != null && until.instant() != null) {
      return start.instant().isAfter(until.instant());
    }
    return start.clock().isAfter(until.clock());
  }
}
