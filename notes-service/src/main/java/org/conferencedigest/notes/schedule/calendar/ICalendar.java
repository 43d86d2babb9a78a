package org.conferencedigest.notes.schedule.calendar;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.schedule.programme.Place;
import org.conferencedigest.notes.schedule.programme.Programme;
import org.conferencedigest.notes.schedule.programme.Remarks;
import org.conferencedigest.notes.schedule.programme.ScheduleSettings;
import org.conferencedigest.notes.schedule.programme.Session;
import org.conferencedigest.notes.schedule.programme.SessionDraft;
import org.conferencedigest.notes.schedule.programme.Source;
import org.conferencedigest.notes.schedule.programme.When;
import org.conferencedigest.notes.schedule.programme.Words;
import org.jspecify.annotations.Nullable;

/** Reads calendars. */
@Singleton
public final class ICalendar {

  private final Bounds bounds;
  private final ScheduleSettings settings;

  ICalendar(Bounds bounds, ScheduleSettings settings) {
    this.bounds = bounds;
    this.settings = settings;
  }

  /** Whether a text is one. */
  public static boolean isOne(String text) {
    return text.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15);
  }

  /**
   * The programme of a text that is a calendar.
   *
   * @throws ProblemException 413 if it has too many events
   */
  public Programme read(String text, Remarks remarks) {
    Blocks blocks = Blocks.of(text, remarks);
    requireRoom(blocks.events().size());
    Component calendar =
        parse(1, blocks.rest(), List.of("VCALENDAR", "VTIMEZONE"), remarks)
            .orElse(new Component(1, List.of()));
    List<Component> events = new ArrayList<>();
    for (Blocks.Block block : blocks.events()) {
      String wrapped = "BEGIN:VCALENDAR\r\n" + block.text() + "END:VCALENDAR\r\n";
      parse(block.line(), wrapped, List.of("VEVENT"), remarks).ifPresent(events::add);
    }
    CalendarZones zones = new CalendarZones(calendar);
    ZoneId clocks = zones.own() == null ? mostUsed(events, zones) : zones.own();
    Moments moments = new Moments(zones, clocks);
    boolean ofPretalx = said(calendar, "PRODID").contains("pretalx");
    boolean off = said(calendar, "METHOD").equals("cancel");
    Repetition repetition = new Repetition(events, moments, remarks);
    List<Component> all = events.stream().flatMap(event -> repetition.of(event).stream()).toList();
    requireRoom(all.size());
    List<Session> sessions =
        all.stream().map(event -> session(event, moments, zones, ofPretalx, off, remarks)).toList();
    return new Programme(Source.ICALENDAR, title(calendar), clocks, null, null, sessions);
  }

  private void requireRoom(int events) {
    if (events > settings.talks()) {
      throw ProblemException.tooLarge(
          "The calendar has more than " + settings.talks() + " events. Nothing was stored.");
    }
  }

  private static @Nullable String title(Component calendar) {
    for (String name : List.of("X-WR-CALNAME", "NAME", "X-WR-CALDESC")) {
      String title = calendar.text(name);
      if (title != null) {
        return title;
      }
    }
    return null;
  }

  private static String said(Component component, String name) {
    String text = component.text(name);
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<Component> parse(
      int line, String text, List<String> wanted, Remarks remarks) {
    Component.Gatherer gatherer = new Component.Gatherer(wanted);
    try {
      new CalendarParserImpl().parse(new UnfoldingReader(new StringReader(text), true), gatherer);
    } catch (ParserException | IOException | RuntimeException e) {
      // The parser throws what it likes on what it does not like.
      if (gatherer.properties().isEmpty()) {
        remarks.add(Place.line(line), "What begins here cannot be read, and was passed over.");
        return Optional.empty();
      }
      remarks.add(
          Place.line(line),
          "What begins here can be read up to %s only."
              .formatted(gatherer.properties().getLast().name()));
    }
    return Optional.of(new Component(line, gatherer.properties()));
  }

  /** A calendar that does not name its zone has that of most of its events. */
  private static @Nullable ZoneId mostUsed(List<Component> events, CalendarZones zones) {
    return events.stream()
        .flatMap(event -> event.first("DTSTART").stream())
        .flatMap(start -> Optional.ofNullable(start.parameter("TZID")).stream())
        .flatMap(id -> zones.find(id).stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(
            Map.Entry.<ZoneId, Long>comparingByValue().thenComparing(zone -> zone.getKey().getId()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private Session session(
      Component event,
      Moments moments,
      CalendarZones zones,
      boolean ofPretalx,
      boolean off,
      Remarks remarks) {
    SessionDraft draft = new SessionDraft(Place.line(event.line()), remarks, bounds);
    String uid = event.text("UID");
    String occurrence = event.text("RECURRENCE-ID");
    SpokenBy spoken =
        SpokenBy.of(
            beginning(Words.line(event.text("SUMMARY")), bounds.title()),
            beginning(description(event), bounds.summary()),
            ofPretalx);
    if (spoken.fromTitle()) {
      draft.remark("Who speaks was read out of the title: " + String.join(", ", spoken.names()));
    }
    if (event.first("METHOD").isPresent()) {
      draft.remark("METHOD belongs to a calendar, not to an event.");
    }
    String page = event.text("URL");
    draft
        .base(page)
        .knownBy(uid == null || occurrence == null ? uid : uid + "/" + occurrence, null, null, null)
        .title(spoken.title())
        .track(event.text("CATEGORIES"))
        .room(event.text("LOCATION"))
        .cancelled(
            off
                || said(event, "STATUS").equals("cancelled")
                || said(event, "METHOD").equals("cancel"))
        .describedBy(spoken.description());
    spoken.names().forEach(name -> draft.speaker(name, null, null));
    for (Component.Property attached : event.all("ATTACH")) {
      if (!"BINARY".equalsIgnoreCase(attached.parameter("VALUE"))) {
        draft.link(attached.value(), attached.parameter("FILENAME"), "attachment");
      } else {
        draft.remark("An attached file was passed over: it is no link.");
      }
    }
    if (page != null) {
      draft.link(page, "Programme", LinkKind.OTHER);
    }
    when(event, moments, zones, draft);
    return draft.build();
  }

  /** Enough of a text to tell that it is too long, where it is. */
  private static @Nullable String beginning(@Nullable String text, int bound) {
    return text == null ? null : Words.cut(text, 4 * bound);
  }

  private static @Nullable String description(Component event) {
    String text = event.text("DESCRIPTION");
    return text == null ? event.text("X-ALT-DESC") : text;
  }

  private static void when(
      Component event, Moments moments, CalendarZones zones, SessionDraft draft) {
    Optional<Component.Property> property = event.first("DTSTART");
    Optional<When> start = property.flatMap(moments::read);
    if (start.isEmpty()) {
      draft.remark("It does not say when it begins.");
      return;
    }
    String id = property.get().parameter("TZID");
    if (id != null && zones.find(id).isEmpty()) {
      draft.remark("There is no time zone " + id + ": its time is as written.");
    }
    draft.starts(start.get(), start.get().clock().toLocalDate());
    Optional<Long> minutes = moments.minutes(event, start.get());
    if (minutes.isEmpty() && Moments.isDate(property.get())) {
      minutes = Optional.of(24L * 60);
    }
    draft.lasts(minutes.orElse(null));
  }
}
