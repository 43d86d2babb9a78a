package org.conferencedigest.summary.state;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.conferencedigest.events.BadEventException;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.EventCodec;
import org.conferencedigest.events.EventType;
import org.conferencedigest.events.TalkReviewed;
import org.jspecify.annotations.Nullable;

/** Reads the events back that the store keeps. */
@Singleton
final class StoredEvents {

  private final EventCodec codec;

  StoredEvents(EventCodec codec) {
    this.codec = codec;
  }

  /**
   * @param version 0: there was no event yet
   * @param body null: the conference was deleted
   */
  @Nullable ConferenceChanged conference(String conference, long version, byte @Nullable [] body) {
    if (version == 0) {
      return null;
    }
    return body == null
        ? new ConferenceChanged(conference, version, null)
        : read(EventType.CONFERENCE_CHANGED, ConferenceChanged.class, body);
  }

  /**
   * @param body null: the note was retracted
   */
  TalkReviewed note(
      String conference,
      String note,
      long version,
      byte @Nullable [] body,
      @Nullable Instant retractedAt) {
    return body == null
        ? new TalkReviewed(conference, note, version, null, retractedAt)
        : read(EventType.TALK_REVIEWED, TalkReviewed.class, body);
  }

  private <T> T read(EventType type, Class<T> as, byte[] body) {
    try {
      return codec.read(type, as, type.type(), body);
    } catch (BadEventException e) {
      throw new IllegalStateException("a stored event cannot be read back", e);
    }
  }
}
