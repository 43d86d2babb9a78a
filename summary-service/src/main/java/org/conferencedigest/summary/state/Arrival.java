package org.conferencedigest.summary.state;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestEvent;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.foundation.trace.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came from its topic.
 *
 * @param body its record's value, which is what the store keeps of it
 * @param committedAt when the change it tells of was made
 * @param trace the request that made it
 * @param partition of the record
 * @param offset of the record
 */
@SuppressWarnings("ArrayRecordComponent") // arrivals are told apart by identity, never compared
public record Arrival(
    DigestEvent event,
    byte[] body,
    Instant committedAt,
    TraceContext trace,
    int partition,
    long offset) {

  public Arrival {
    event = dated(event, committedAt);
  }

  /** What the store keeps as the entity's state; null if the event says that it is gone. */
  public byte @Nullable [] bodyToKeep() {
    return switch (event) {
      case TalkReviewed note -> note.retracted() ? null : body;
      case ConferenceChanged conference -> conference.deleted() ? null : body;
    };
  }

  /** When the note was retracted of which the event says so; null if it says otherwise. */
  public @Nullable OffsetDateTime retractedAt() {
    Instant at = event instanceof TalkReviewed note ? note.retractedAt() : null;
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  /** A retraction that does not say when it was, was when it was told; as precise as is stored. */
  private static DigestEvent dated(DigestEvent event, Instant told) {
    return switch (event) {
      case TalkReviewed(String conference, String note, long version, var content, var at)
          when content == null ->
          new TalkReviewed(
              conference,
              note,
              version,
              null,
              (at == null ? told : at).truncatedTo(ChronoUnit.MICROS));
      case TalkReviewed note -> note;
      case ConferenceChanged conference -> conference;
    };
  }

  /** The same event of the same entity, or an older or newer one of it, has the same key. */
  EntityKey key() {
    return new EntityKey(event.conference(), event.entity());
  }
}
