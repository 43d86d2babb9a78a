package org.conferencedigest.summary.state;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestEvent;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.summary.digest.ConferenceState;
import org.jspecify.annotations.Nullable;

/**
 * All that a conference's digest is made of, at one state version.
 *
 * @param event the conference itself; null if it is deleted, or was never told of
 * @param published its published notes by slug
 * @param retracted when those were retracted that were published once, by slug
 */
public record Snapshot(
    String conference,
    long stateVersion,
    @Nullable ConferenceChanged event,
    Map<String, ReviewedNote> published,
    Map<String, Instant> retracted) {

  public Snapshot {
    published = Collections.unmodifiableMap(published);
    retracted = Collections.unmodifiableMap(retracted);
  }

  /** Of a conference nothing is known of. */
  public static Snapshot none(String conference) {
    return new Snapshot(conference, 0, null, Map.of(), Map.of());
  }

  /**
   * What holds after these events.
   *
   * @param newer events newer than what this snapshot holds of their entities, one of each at most;
   *     a retraction that does not tell when it was is one of a note that never was
   */
  public Snapshot with(long newStateVersion, Collection<? extends DigestEvent> newer) {
    Map<String, ReviewedNote> notes = new HashMap<>(published);
    Map<String, Instant> gone = new HashMap<>(retracted);
    ConferenceChanged conferenceNow = event;
    for (DigestEvent change : newer) {
      switch (change) {
        case ConferenceChanged changed -> conferenceNow = changed.deleted() ? null : changed;
        case TalkReviewed(String c, String note, long v, ReviewedNote content, Instant at) -> {
          if (content == null) {
            notes.remove(note);
            if (at != null) {
              gone.put(note, at);
            }
          } else {
            notes.put(note, content);
            gone.remove(note);
          }
        }
      }
    }
    return new Snapshot(conference, newStateVersion, conferenceNow, notes, gone);
  }

  /** The same under another state version. */
  public Snapshot at(long newStateVersion) {
    return new Snapshot(conference, newStateVersion, event, published, retracted);
  }

  /** What the digest is made of; empty if there is no conference to make one for. */
  public Optional<ConferenceState> visible() {
    return Optional.ofNullable(event)
        .map(ConferenceChanged::content)
        .map(content -> new ConferenceState(conference, content, published, retracted));
  }
}
