package org.conferencedigest.notes.schedule.frab;

import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.schedule.programme.Json;
import org.conferencedigest.notes.schedule.programme.Place;
import org.conferencedigest.notes.schedule.programme.Programme;
import org.conferencedigest.notes.schedule.programme.Remarks;
import org.conferencedigest.notes.schedule.programme.ScheduleSettings;
import org.conferencedigest.notes.schedule.programme.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code schedule.json}: version 1 as frab and pretalx write it, days of rooms of events,
 * with the levels that some leave out; and version 2 as the hub writes it, a list of events.
 */
@Singleton
public final class ScheduleJson {

  private final Bounds bounds;
  private final ScheduleSettings settings;

  ScheduleJson(Bounds bounds, ScheduleSettings settings) {
    this.bounds = bounds;
    this.settings = settings;
  }

  /** Whether a file is one of these. */
  public static boolean isOne(Json file) {
    Json schedule = root(file);
    return schedule.isObject()
        && (schedule.at("conference").isObject()
            || schedule.at("days").isList()
            || schedule.at("day").isList()
            || schedule.at("events").isList());
  }

  private static Json root(Json file) {
    return file.at("schedule").isObject() ? file.at("schedule") : file;
  }

  /** The programme of a file that is one. */
  public Programme read(Json file, Remarks remarks) {
    Json schedule = root(file);
    Json conference = schedule.at("conference").isObject() ? schedule.at("conference") : schedule;
    Sessions sessions = new Sessions(bounds, settings, remarks);
    sessions.base(
        schedule.text("base_url") == null
            ? conference.either("base_url", "url").text()
            : schedule.text("base_url"));
    Json zone = conference.either("time_zone_name", "time_zone", "timezone");
    sessions.zone(zone.text(), Place.path(zone.path()));
    LocalTime change = Clocks.time(conference.text("day_change")).orElse(ProgrammeDay.CHANGES);
    Reading reading = new Reading(sessions, names(schedule, conference), pages(schedule), change);
    for (Json holder : List.of(conference, schedule)) {
      if (sessions.all().isEmpty()) {
        reading.days(holder.either("days", "day"));
      }
    }
    reading.events(schedule.at("events"), ProgrammeDay.NONE, null);
    if (!conference.equals(schedule)) {
      reading.events(conference.at("events"), ProgrammeDay.NONE, null);
    }
    return new Programme(
        Source.SCHEDULE_JSON,
        conference.text("title"),
        sessions.zone(),
        Clocks.date(conference.text("start")).orElse(null),
        Clocks.date(conference.text("end")).orElse(null),
        sessions.all());
  }

  /** The names of rooms and tracks by what events refer to them with. */
  private static Map<String, String> names(Json schedule, Json conference) {
    Map<String, String> names = new HashMap<>();
    for (Json holder : List.of(schedule, conference)) {
      for (String list : List.of("rooms", "tracks")) {
        for (Json named : holder.at(list).items()) {
          String name = named.text("name");
          for (String by : List.of("guid", "slug")) {
            String key = named.text(by);
            if (name != null && key != null) {
              names.putIfAbsent(key, name);
            }
          }
        }
      }
    }
    return names;
  }

  private static Map<String, String> pages(Json schedule) {
    Map<String, String> pages = new HashMap<>();
    for (Json person : schedule.at("persons").items()) {
      String guid = person.text("guid");
      String page = person.text("url");
      if (guid != null && page != null) {
        pages.put(guid, page);
      }
    }
    return pages;
  }

  private record Reading(
      Sessions sessions, Map<String, String> names, Map<String, String> pages, LocalTime change) {

    void days(Json days) {
      days.items().forEach(this::day);
      days.members().values().forEach(this::day);
    }

    private void day(Json written) {
      ProgrammeDay day =
          new ProgrammeDay(
              Clocks.date(written.text("date")).orElse(null),
              ProgrammeDay.changes(written.either("day_end", "end").text(), change));
      Json rooms = written.at("rooms");
      rooms.members().forEach((name, events) -> room(events, day, name));
      for (Json room : rooms.items()) {
        room(room, day, room.text("name"));
      }
      events(written.either("events", "talks"), day, null);
    }

    /** A room is its events, or an object that holds them. */
    private void room(Json room, ProgrammeDay day, @Nullable String name) {
      events(room.isList() ? room : room.either("events", "talks"), day, name);
    }

    void events(Json events, ProgrammeDay day, @Nullable String room) {
      for (Json event : events.items()) {
        if (event.isObject()) {
          sessions.add(new JsonItem(event, names, pages), day, room);
        } else {
          sessions.passedOver(Place.path(event.path()));
        }
      }
    }
  }
}
