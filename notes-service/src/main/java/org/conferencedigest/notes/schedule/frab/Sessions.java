package org.conferencedigest.notes.schedule.frab;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.schedule.programme.Place;
import org.conferencedigest.notes.schedule.programme.Remarks;
import org.conferencedigest.notes.schedule.programme.ScheduleSettings;
import org.conferencedigest.notes.schedule.programme.Session;
import org.conferencedigest.notes.schedule.programme.SessionDraft;
import org.conferencedigest.notes.schedule.programme.When;
import org.conferencedigest.notes.schedule.programme.Words;
import org.jspecify.annotations.Nullable;

/** Makes the sessions of a file out of its items, one after the other. */
final class Sessions {

  private final Bounds bounds;
  private final ScheduleSettings settings;
  private final Remarks remarks;
  private final List<Session> sessions = new ArrayList<>();
  private boolean toldOfOffsets;

  /** What the file says of itself; it may say so late. */
  private @Nullable String base;

  private @Nullable ZoneId zone;

  Sessions(Bounds bounds, ScheduleSettings settings, Remarks remarks) {
    this.bounds = bounds;
    this.settings = settings;
    this.remarks = remarks;
  }

  void base(@Nullable String address) {
    base = address;
  }

  /** The zone of an IANA name; a remark, if there is no such zone. */
  void zone(@Nullable String name, Place place) {
    if (name != null && ZoneId.getAvailableZoneIds().contains(name.strip())) {
      zone = ZoneId.of(name.strip());
    } else if (name != null) {
      remarks.add(
          place, "There is no time zone " + Words.cut(name, 100) + ": times are as written.");
    }
  }

  @Nullable ZoneId zone() {
    return zone;
  }

  List<Session> all() {
    return sessions;
  }

  /**
   * Adds an item.
   *
   * @param roomAround the room it stands in, if the file is ordered by rooms
   * @throws ProblemException 413 if there are too many
   */
  void add(Item item, ProgrammeDay day, @Nullable String roomAround) {
    if (sessions.size() >= settings.talks()) {
      throw ProblemException.tooLarge(
          "The programme has more than " + settings.talks() + " items. Nothing was stored.");
    }
    SessionDraft draft =
        new SessionDraft(item.place(), remarks, bounds)
            .base(base)
            .knownBy(item.text("guid"), item.text("id"), item.text("code"), item.text("slug"))
            .title(item.text("title"))
            .type(item.text("type"))
            .track(item.text("track"))
            .room(item.text("room") == null ? roomAround : item.text("room"))
            .cancelled(isCancelled(item));
    item.persons().forEach(person -> draft.speaker(person.name(), person.role(), person.link()));
    draft.subtitle(item.text("subtitle"));
    draft.describedBy(item.text("abstract"));
    draft.describedBy(item.text("description"));
    Reading when = when(item, day, draft);
    draft.starts(when.start(), when.day());
    draft.lasts(minutes(item, when.start(), draft));
    links(item, draft);
    sessions.add(draft.build());
  }

  /** Says that something is no item. */
  void passedOver(Place place) {
    remarks.add(place, "It is no event, and was passed over.");
  }

  private static boolean isCancelled(Item item) {
    String state = Optional.ofNullable(item.text("status")).orElse(item.text("state"));
    return state != null
        && (state.equalsIgnoreCase("canceled") || state.equalsIgnoreCase("cancelled"));
  }

  private static void links(Item item, SessionDraft draft) {
    item.references().forEach(link -> draft.link(link.url(), link.label(), link.type()));
    String page = item.text("url");
    if (page != null && !draft.linksTo(page)) {
      draft.link(page, "Programme", "web");
    }
    String recording = item.text("video_download_url");
    if (recording != null && !draft.linksTo(recording)) {
      draft.link(recording, null, "recording");
    }
    String feedback = item.text("feedback_url");
    if (feedback != null && !draft.linksTo(feedback)) {
      draft.link(feedback, "Feedback", "web");
    }
  }

  /** When an item begins, and the day of the programme that is. */
  private record Reading(@Nullable When start, @Nullable LocalDate day) {}

  private Reading when(Item item, ProgrammeDay day, SessionDraft draft) {
    String dateText = item.text("date");
    String startText = item.text("start");
    if (dateText == null && Clocks.moment(startText, zone).isPresent()) {
      dateText = startText; // the hub's version: start is both
    }
    Optional<When> moment = Clocks.moment(dateText, zone);
    Optional<LocalTime> time = Clocks.time(startText);
    if (moment.isPresent()) {
      When start = settled(moment.get(), dateText, time, draft);
      return new Reading(start, dayOf(start, day));
    }
    LocalDate date = Clocks.date(dateText).orElse(day.date());
    if (date == null || time.isEmpty()) {
      draft.remark("It does not say when it begins.");
      return new Reading(null, day.date());
    }
    boolean afterMidnight = time.get().isBefore(day.changes());
    LocalDate onCalendar = afterMidnight ? date.plusDays(1) : date;
    return new Reading(new When(onCalendar.atTime(time.get()), null), date);
  }

  /**
   * Of a date with an offset and a time of day, the time is what people at the conference see. They
   * differ where a file's offset is not that of its zone.
   */
  private When settled(
      When moment, @Nullable String text, Optional<LocalTime> time, SessionDraft draft) {
    if (time.isEmpty() || moment.clock().toLocalTime().equals(time.get())) {
      return moment;
    }
    LocalDateTime written = Clocks.asWritten(text).orElse(moment.clock());
    if (!written.toLocalTime().equals(time.get())) {
      draft.remark(
          "Its date says %s and its start %s: the date was taken."
              .formatted(moment.clock().toLocalTime(), time.get()));
      return moment;
    }
    if (!toldOfOffsets) {
      toldOfOffsets = true;
      draft.remark(
          "Its date has an offset that is not that of the time zone %s: times are as written, here and below."
              .formatted(zone));
    }
    return new When(written, null);
  }

  private static @Nullable LocalDate dayOf(When start, ProgrammeDay day) {
    LocalDate onCalendar = start.clock().toLocalDate();
    boolean afterMidnight =
        start.clock().toLocalTime().isBefore(day.changes())
            && onCalendar.minusDays(1).equals(day.date());
    return afterMidnight ? day.date() : onCalendar;
  }

  private @Nullable Long minutes(Item item, @Nullable When start, SessionDraft draft) {
    String text = item.text("duration");
    Optional<Long> minutes = Clocks.minutes(text);
    if (minutes.isEmpty() && text != null) {
      draft.remark("Its duration is none: " + text);
    }
    if (minutes.isEmpty() && start != null) {
      Optional<When> end = Clocks.moment(item.text("end"), zone);
      return end.map(last -> Duration.between(start.clock(), last.clock()).toMinutes())
          .orElse(null);
    }
    return minutes.orElse(null);
  }
}
