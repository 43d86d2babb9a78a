package org.conferencedigest.notes.schedule;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.conference.Conference;
import org.conferencedigest.notes.conference.ConferenceCheck;
import org.conferencedigest.notes.conference.ConferenceDocument;
import org.conferencedigest.notes.schedule.programme.Programme;
import org.conferencedigest.notes.schedule.programme.Words;
import org.jspecify.annotations.Nullable;

/** What a programme says of its conference: only where the conference does not say it itself. */
@Singleton
final class HeldConference {

  /** What a conference has that nobody gave one. */
  private static final String DEFAULT_ZONE = "UTC";

  private final ConferenceCheck check;
  private final Bounds bounds;

  HeldConference(ConferenceCheck check, Bounds bounds) {
    this.check = check;
    this.bounds = bounds;
  }

  /**
   * The conference as it is to be.
   *
   * @param hasTimes whether talks have starts already, on the clocks it has
   */
  Conference of(String slug, Optional<Conference> stored, Programme programme, boolean hasTimes) {
    Conference before =
        stored.orElseGet(
            () ->
                check.check(
                    slug,
                    new ConferenceDocument(null, slug, null, null, null, null, null, null, null)));
    String named = Words.line(programme.title());
    boolean untitled = before.title().equals(slug) && named != null;
    boolean dated = before.startDate() != null || before.endDate() != null;
    @Nullable LocalDate first = dated ? before.startDate() : programme.begins().orElse(null);
    @Nullable LocalDate last = dated ? before.endDate() : programme.ends().orElse(null);
    ZoneId zone = programme.zone();
    boolean unzoned = before.timeZone().equals(DEFAULT_ZONE) && zone != null && !hasTimes;
    return before.held(
        untitled && named != null ? Words.cut(named, bounds.title()) : before.title(),
        first,
        last,
        unzoned && zone != null ? nameOf(zone) : before.timeZone());
  }

  /** A conference's zone has a name in the IANA's list. */
  private static String nameOf(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? DEFAULT_ZONE : zone.getId();
  }
}
