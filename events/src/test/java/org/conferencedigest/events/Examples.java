package org.conferencedigest.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** Events as the services write them: with all there can be, and with the least. */
final class Examples {

  private static final Instant NOON = Instant.parse("2020-06-24T12:00:00.000001Z");

  private Examples() {}

  static TalkReviewed fullNote() {
    Talk talk =
        new Talk(
            "lakehouses",
            "Lakehouses",
            TalkKind.KEYNOTE,
            LocalDateTime.of(2020, 6, 24, 9, 0),
            30,
            "Hall 1",
            "Data",
            "What they are",
            true,
            List.of(new Speaker("Bo", "CTO", "Example", "https://example.org/bo", "Bo (Example)")),
            List.of(new TalkLink(LinkKind.RECORDING, "https://example.org/1", "part 1")));
    return new TalkReviewed(
        "spark-2020",
        "lakehouses",
        3,
        new ReviewedNote(
            "ann",
            "Lakehouses",
            "2020-06-24T09:00:00+02:00",
            "+++\n+++\n",
            "One copy, two ways to ask.\n",
            new Review(Verdict.WORTH_WATCHING, "An entry", "See it", "data", 10, 1),
            List.of(talk),
            NOON,
            NOON.plusSeconds(90),
            NOON.plusSeconds(60),
            "Lakehouses.md"));
  }

  static TalkReviewed leastNote() {
    return new TalkReviewed(
        "会议-2020",
        "n",
        1,
        new ReviewedNote(
            "ann",
            "",
            "2020-06-24",
            "+++\n+++\n",
            "",
            Review.NONE,
            List.of(
                new Talk("t", "", TalkKind.TALK, null, null, null, null, null, false, null, null)),
            NOON,
            NOON));
  }

  static TalkReviewed retraction() {
    return new TalkReviewed("spark-2020", "lakehouses", 4, null, NOON);
  }

  static ConferenceChanged fullConference() {
    return new ConferenceChanged(
        "spark-2020",
        2,
        new ConferenceContent(
            "Spark + AI Summit 2020",
            LocalDate.of(2020, 6, 22),
            LocalDate.of(2020, 6, 26),
            "America/Los_Angeles",
            "https://example.org",
            "<!-- digest:days -->\n",
            new DigestSettings("Spark", "Five days", "+++\n+++\n", "spark/2020", "summary.md")));
  }

  static ConferenceChanged leastConference() {
    return new ConferenceChanged(
        "c",
        1,
        new ConferenceContent(
            "",
            null,
            null,
            "UTC",
            null,
            null,
            new DigestSettings("", null, "+++\n+++\n", "c", "summary.md")));
  }

  static ConferenceChanged deletion() {
    return new ConferenceChanged("c", 2, null);
  }

  static DigestUpdated fullUpdate() {
    return new DigestUpdated(
        "spark-2020",
        27,
        false,
        NOON,
        List.of(
            new DigestChange(DigestChange.Kind.CHANGED, "lakehouses"),
            new DigestChange(DigestChange.Kind.MOVED, null)),
        true,
        Map.of("html", "5f0c1a", "hugo.md", "0e93d4"),
        Map.of("notes/lakehouses", 3L, "conference", 2L));
  }

  static DigestUpdated goneDigest() {
    return new DigestUpdated("c", 3, true, NOON, List.of(), false, Map.of(), Map.of());
  }
}
