package org.conferencedigest.summary.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.DigestSettings;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.events.Verdict;

/** Events to test with. */
public final class Samples {

  private static final Instant PUBLISHED = Instant.parse("2026-06-24T10:00:00Z");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Samples() {}

  /** A name no other conference of this run has. */
  public static String freshConference() {
    return "conf-%d-%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
  }

  public static ConferenceChanged conference(String conference, long version, String title) {
    return new ConferenceChanged(
        conference,
        version,
        new ConferenceContent(
            title,
            LocalDate.of(2026, 6, 24),
            LocalDate.of(2026, 6, 26),
            "UTC",
            null,
            null,
            new DigestSettings(
                title, "What we heard.", "---\ntitle: x\n---\n", conference, "summary.md")));
  }

  public static ConferenceChanged deletedConference(String conference, long version) {
    return new ConferenceChanged(conference, version, null);
  }

  public static TalkReviewed note(String conference, String note, long version, String entry) {
    return new TalkReviewed(
        conference,
        note,
        version,
        new ReviewedNote(
            "ada",
            "On " + note,
            "2026-06-2" + (4 + Math.floorMod(note.hashCode(), 3)),
            "---\ntitle: On " + note + "\n---\n",
            "Notes on " + note + ".\n",
            new Review(Verdict.BEST, entry, null, null, null, null),
            List.of(),
            PUBLISHED,
            PUBLISHED.plusSeconds(version)));
  }

  public static TalkReviewed retraction(String conference, String note, long version) {
    return new TalkReviewed(conference, note, version, null, PUBLISHED.plusSeconds(version));
  }
}
