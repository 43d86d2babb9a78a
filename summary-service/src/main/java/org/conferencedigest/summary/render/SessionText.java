package org.conferencedigest.summary.render;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conferencedigest.events.LinkKind;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.PlainText;

/**
 * Writes sessions as components of a calendar.
 *
 * @param links absolute ones
 * @param domain in whose name they are identified
 */
record SessionText(WebLinks links, String domain) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** An event if its time is known, and a to-do if it is to be watched. */
  String of(Session session) {
    CalendarText text = new CalendarText();
    if (session.start() != null || session.day() != null) {
      event(session, text);
    }
    if (session.isToWatch()) {
      toDo(session, text);
    }
    return text.toString();
  }

  private void event(Session session, CalendarText text) {
    Talk talk = session.talk();
    text.property("BEGIN", "VEVENT")
        .property("UID", uid(session.name()))
        .property("DTSTAMP", MOMENT.format(session.stamp()));
    Instant start = session.start();
    if (start != null) {
      text.property("DTSTART", MOMENT.format(start));
      if (talk != null && talk.minutes() != null && talk.minutes() > 0) {
        text.property("DTEND", MOMENT.format(start.plus(Duration.ofMinutes(talk.minutes()))));
      }
    } else if (session.day() != null) {
      text.property("DTSTART;VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(session.day()));
    }
    text.text("SUMMARY", PlainText.onOneLine(session.title()))
        .text("LOCATION", talk == null ? "" : Objects.requireNonNullElse(talk.room(), ""))
        .property("URL", links.note(session.notes().getFirst().slug()))
        .text("DESCRIPTION", description(session));
    if (!session.verdicts().isEmpty()) {
      text.property(
          "CATEGORIES",
          session.verdicts().stream()
              .map(AtomFeed::words)
              .map(CalendarText::escaped)
              .collect(Collectors.joining(",")));
    }
    text.property("STATUS", session.isCancelled() ? "CANCELLED" : "CONFIRMED")
        .property("TRANSP", "TRANSPARENT")
        .property("END", "VEVENT");
  }

  private void toDo(Session session, CalendarText text) {
    String note = links.note(session.notes().getFirst().slug());
    text.property("BEGIN", "VTODO")
        .property("UID", uid(session.name() + "/to-watch"))
        .property("DTSTAMP", MOMENT.format(session.stamp()))
        .text("SUMMARY", "Watch: " + PlainText.onOneLine(session.title()))
        .property("URL", recordings(session).findFirst().map(TalkLink::url).orElse(note))
        .text("DESCRIPTION", description(session))
        .text("CATEGORIES", AtomFeed.words(Verdict.WORTH_WATCHING))
        .property("STATUS", "NEEDS-ACTION")
        .property("END", "VTODO");
  }

  private String uid(String name) {
    return links.conference() + "/" + name + "@" + domain;
  }

  private String description(Session session) {
    List<String> lines = new ArrayList<>();
    String speakers = speakers(session);
    if (!speakers.isEmpty()) {
      lines.add(speakers);
    }
    recordings(session).forEach(link -> lines.add("Recording: " + link.url().strip()));
    for (DigestNote note : session.notes()) {
      lines.add(
          "Notes by %s: %s"
              .formatted(PlainText.onOneLine(note.source().author()), links.note(note.slug())));
    }
    return String.join("\n", lines);
  }

  private static String speakers(Session session) {
    Talk talk = session.talk();
    return talk == null
        ? ""
        : Objects.requireNonNullElse(talk.speakers(), List.<Speaker>of()).stream()
            .map(
                speaker ->
                    PlainText.onOneLine(speaker.name())
                        + (speaker.affiliation() == null
                            ? ""
                            : " (" + PlainText.onOneLine(speaker.affiliation()) + ")"))
            .collect(Collectors.joining(", "));
  }

  private static Stream<TalkLink> recordings(Session session) {
    Talk talk = session.talk();
    return talk == null
        ? Stream.of()
        : Objects.requireNonNullElse(talk.links(), List.<TalkLink>of()).stream()
            .filter(link -> link.kind() == LinkKind.RECORDING && Page.isLink(link.url()));
  }
}
