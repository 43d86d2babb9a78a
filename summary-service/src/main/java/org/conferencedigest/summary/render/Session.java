package org.conferencedigest.summary.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.NoteTime;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a calendar: a talk that has notes, or a note that covers no talk of the programme
 * and stands for its talk itself.
 *
 * @param name of what it is within its conference; never changes
 * @param start null if it is not known, or only its day is
 * @param day its day, if that is all that is known
 * @param talk null if it is of no programme
 */
record Session(
    String name,
    String title,
    @Nullable Instant start,
    @Nullable LocalDate day,
    @Nullable Talk talk,
    List<DigestNote> notes) {

  private static final int LENGTH_OF_DATE = 10;

  static Session of(Talk talk, List<DigestNote> notes, String timeZone) {
    LocalDateTime start = talk.start();
    return new Session(
        "talks/" + talk.slug(),
        talk.title(),
        start == null ? null : start.atZone(NoteTime.zone(timeZone)).toInstant(),
        null,
        talk,
        List.copyOf(notes));
  }

  static Session of(DigestNote note, ConferenceContent conference) {
    LocalDateTime time = note.time();
    boolean during = time != null && isDuring(time.toLocalDate(), conference);
    boolean dayOnly = note.source().date().strip().length() == LENGTH_OF_DATE;
    return new Session(
        "notes/" + note.slug(),
        note.source().title(),
        time != null && during && !dayOnly
            ? time.atZone(NoteTime.zone(conference.timeZone())).toInstant()
            : null,
        time != null && during && dayOnly ? time.toLocalDate() : null,
        null,
        List.of(note));
  }

  /** A page that was dated when it was written tells of no talk on another day. */
  private static boolean isDuring(LocalDate day, ConferenceContent conference) {
    LocalDate first = conference.startDate();
    LocalDate last = conference.endDate();
    return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
  }

  /** When it is, as far as is known; else after all others. */
  Instant when() {
    return start != null
        ? start
        : day != null ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.MAX;
  }

  boolean isCancelled() {
    return talk != null && talk.cancelled();
  }

  boolean isToWatch() {
    return !isCancelled()
        && notes.stream().anyMatch(note -> note.review().verdict() == Verdict.WORTH_WATCHING);
  }

  /** When its notes last changed significantly. */
  Instant stamp() {
    return notes.stream()
        .map(note -> note.source().lastSignificant())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /** What its notes say of it, each verdict once. */
  Set<Verdict> verdicts() {
    Set<Verdict> verdicts = new LinkedHashSet<>();
    notes.stream()
        .map(note -> note.review().verdict())
        .filter(Objects::nonNull)
        .forEach(verdicts::add);
    return verdicts;
  }
}
