package org.conferencedigest.notes.schedule.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import net.fortuna.ical4j.model.TemporalAmountAdapter;
import org.conferencedigest.notes.schedule.programme.When;
import org.jspecify.annotations.Nullable;

/** Reads when an event begins and ends. */
final class Moments {

  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm[ss]");

  private final CalendarZones zones;
  private final @Nullable ZoneId clocks;

  /**
   * @param clocks the zone of the programme's clocks; null: UTC, where moments are told
   */
  Moments(CalendarZones zones, @Nullable ZoneId clocks) {
    this.zones = zones;
    this.clocks = clocks;
  }

  /** Whether a value is a date without a time. */
  static boolean isDate(Component.Property property) {
    return property.value().strip().matches("\\d{8}");
  }

  /** A moment; empty if it is none. A date is its midnight. */
  Optional<When> read(Component.Property property) {
    String value = property.value().strip();
    try {
      if (isDate(property)) {
        return Optional.of(new When(LocalDate.parse(value, DATE).atStartOfDay(), null));
      }
      if (!value.matches("\\d{8}T\\d{4}(\\d{2})?Z?")) {
        return Optional.empty();
      }
      LocalDateTime written =
          LocalDate.parse(value.substring(0, 8), DATE)
              .atTime(LocalTime.parse(value.substring(9).replace("Z", ""), TIME));
      String id = property.parameter("TZID");
      Optional<ZoneId> zone =
          value.endsWith("Z")
              ? Optional.of(ZoneOffset.UTC)
              : Optional.ofNullable(id).flatMap(zones::find);
      if (zone.isEmpty()) {
        return Optional.of(new When(written, null));
      }
      Instant instant = written.atZone(zone.get()).toInstant();
      return Optional.of(
          new When(clocks == null ? written : LocalDateTime.ofInstant(instant, clocks), instant));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** How many minutes an event lasts, by its end or its duration; empty if it does not say. */
  Optional<Long> minutes(Component event, When start) {
    Optional<Component.Property> end = event.first("DTEND");
    if (end.isPresent()) {
      return read(end.get())
          .map(
              last ->
                  last.instant() != null && start.instant() != null
                      ? Duration.between(start.instant(), last.instant())
                      : Duration.between(start.clock(), last.clock()))
          .map(Duration::toMinutes);
    }
    return event.first("DURATION").flatMap(Moments::duration).map(Duration::toMinutes);
  }

  private static Optional<Duration> duration(Component.Property property) {
    try {
      return Optional.of(TemporalAmountAdapter.parse(property.value().strip()).toDuration());
    } catch (DateTimeException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
