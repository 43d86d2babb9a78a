package org.conferencedigest.summary.render;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.Talk;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.Memo;
import org.conferencedigest.summary.digest.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The digest as a calendar (RFC 5545): an event for each talk that has notes, at its time, and a
 * to-do for each that is worth watching. Times are in UTC, which no client gets wrong.
 */
final class TalkCalendar {

  /** A calendar holds at least one component; this one says nothing. */
  private static final Fragment NOTHING =
      Fragment.of(
          """
          BEGIN:VTIMEZONE
          TZID:UTC
          BEGIN:STANDARD
          DTSTART:19700101T000000
          TZOFFSETFROM:+0000
          TZOFFSETTO:+0000
          TZNAME:UTC
          END:STANDARD
          END:VTIMEZONE
          """
              .replace("\n", "\r\n"));

  private static final Fragment END = Fragment.of("END:VCALENDAR\r\n");

  private TalkCalendar() {}

  /** A session of a note, all that it depends on besides the note, and what it becomes. */
  private record Key(
      String session,
      String timeZone,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      SessionText text)
      implements Memo.Key<Written> {

    static Key of(String session, ConferenceContent conference, SessionText text) {
      return new Key(
          session, conference.timeZone(), conference.startDate(), conference.endDate(), text);
    }
  }

  private record Written(Instant when, String session, Fragment fragment) {}

  static Rendered render(DigestDocument document, PublicSite site) {
    SessionText text =
        new SessionText(WebLinks.absolute(document, site.url()), site.entity().domain());
    List<Written> sessions = sessions(document, text);
    List<Fragment> fragments = new ArrayList<>(sessions.size() + 2);
    fragments.add(head(document));
    for (Written session : sessions) {
      if (session.fragment().bytes().length > 0) {
        fragments.add(session.fragment());
      }
    }
    if (fragments.size() == 1) {
      fragments.add(NOTHING);
    }
    fragments.add(END);
    return new Rendered(fragments);
  }

  private static Fragment head(DigestDocument document) {
    String name = PlainText.onOneLine(document.settings().title());
    return Fragment.of(
        new CalendarText()
            .property("BEGIN", "VCALENDAR")
            .property("VERSION", "2.0")
            .property("PRODID", "-//Conference Digest//Digest//EN")
            .property("CALSCALE", "GREGORIAN")
            .text("NAME", name)
            .text("X-WR-CALNAME", name)
            .property("X-WR-TIMEZONE", document.content().timeZone())
            .property("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
            .property("X-PUBLISHED-TTL", "PT1H")
            .toString());
  }

  /** In the order of time; what has none comes last. */
  private static List<Written> sessions(DigestDocument document, SessionText text) {
    ConferenceContent conference = document.content();
    Map<String, List<DigestNote>> covering = new LinkedHashMap<>();
    List<Written> sessions = new ArrayList<>();
    for (DigestNote note : document.notes()) {
      if (!note.isListed()) {
        continue;
      }
      if (note.source().talks().isEmpty()) {
        sessions.add(
            note.memo()
                .get(
                    Key.of("", conference, text),
                    () -> written(Session.of(note, conference), text)));
      }
      for (Talk talk : note.source().talks()) {
        covering.computeIfAbsent(talk.slug(), t -> new ArrayList<>(1)).add(note);
      }
    }
    covering.forEach((talk, notes) -> sessions.add(written(talk, notes, conference, text)));
    sessions.sort(comparing(Written::when).thenComparing(Written::session));
    return sessions;
  }

  /** What one note alone says is kept with it. */
  private static Written written(
      String talk, List<DigestNote> notes, ConferenceContent conference, SessionText text) {
    DigestNote first = notes.getFirst();
    return notes.size() == 1
        ? first
            .memo()
            .get(
                Key.of(talk, conference, text),
                () -> written(session(talk, notes, conference), text))
        : written(session(talk, notes, conference), text);
  }

  private static Session session(
      String talk, List<DigestNote> notes, ConferenceContent conference) {
    Talk covered =
        notes.getFirst().source().talks().stream()
            .filter(one -> one.slug().equals(talk))
            .findFirst()
            .orElseThrow();
    return Session.of(covered, notes, conference.timeZone());
  }

  private static Written written(Session session, SessionText text) {
    return new Written(session.when(), session.name(), Fragment.of(text.of(session)));
  }
}
