package org.conferencedigest.notes.schedule.calendar;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time zones of a calendar, by the names it has for them. */
final class CalendarZones {

  private final Map<String, String> locations = new HashMap<>();
  private final @Nullable ZoneId own;

  /**
   * @param calendar its properties, and those of its time zones
   */
  CalendarZones(Component calendar) {
    String id = null;
    for (Component.Property property : calendar.properties()) {
      if (property.component().equals("VTIMEZONE")) {
        if (property.name().equals("TZID")) {
          id = property.text();
        } else if (property.name().equals("X-LIC-LOCATION") && id != null) {
          locations.put(id, property.text());
        }
      }
    }
    own =
        Optional.ofNullable(calendar.text("X-WR-TIMEZONE"))
            .or(() -> Optional.ofNullable(calendar.text("TIMEZONE-ID")))
            .flatMap(this::find)
            .orElse(null);
  }

  /** The zone the calendar says is its own; null if it does not. */
  @Nullable ZoneId own() {
    return own;
  }

  /** The zone of a {@code TZID}: an IANA name, or one that begins or ends with one. */
  Optional<ZoneId> find(String id) {
    String name = id.strip();
    while (true) {
      if (ZoneId.getAvailableZoneIds().contains(name)) {
        return Optional.of(ZoneId.of(name));
      }
      int slash = name.indexOf('/');
      if (slash < 0) {
        break;
      }
      name = name.substring(slash + 1);
    }
    String location = locations.get(id);
    return location == null || location.equals(id) ? Optional.empty() : find(location);
  }
}
