package org.conferencedigest.summary.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.conferencedigest.events.BadEventException;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestEvent;
import org.conferencedigest.events.EventCodec;
import org.conferencedigest.events.EventHeaders;
import org.conferencedigest.events.EventType;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.foundation.trace.TraceContext;
import org.conferencedigest.summary.state.Arrival;
import org.jspecify.annotations.Nullable;

/** Understands records. */
@Singleton
public final class EventReader {

  private final EventCodec codec;
  private final IntakeSettings settings;

  EventReader(EventCodec codec, IntakeSettings settings) {
    this.codec = codec;
    this.settings = settings;
  }

  /** Whether a record's body is small enough to be looked at. */
  public boolean isTooLarge(ConsumerRecord<byte[], byte[]> record) {
    return record.value() != null && record.value().length > settings.largestBody();
  }

  /**
   * The event that a record is.
   *
   * @throws BadEventException if it is none, or one of another entity than its key says
   */
  public Arrival read(ConsumerRecord<byte[], byte[]> record) throws BadEventException {
    byte[] body = record.value();
    if (body == null) {
      throw new BadEventException("no body");
    }
    if (isTooLarge(record)) {
      throw new BadEventException(
          "body of " + body.length + " bytes; at most " + settings.largestBody() + " are applied");
    }
    DigestEvent event = event(record, body);
    requireKey(record.key(), event);
    return new Arrival(
        event,
        body,
        committedAt(record),
        TraceContext.from(
            header(record, EventHeaders.REQUEST_ID), header(record, EventHeaders.TRACEPARENT)),
        record.partition(),
        record.offset());
  }

  private DigestEvent event(ConsumerRecord<byte[], byte[]> record, byte[] body)
      throws BadEventException {
    String type = header(record, EventHeaders.TYPE);
    return record.topic().equals(EventType.TALK_REVIEWED.topic())
        ? codec.read(EventType.TALK_REVIEWED, TalkReviewed.class, type, body)
        : codec.read(EventType.CONFERENCE_CHANGED, ConferenceChanged.class, type, body);
  }

  /** A wrong key would let compaction drop another entity's state. */
  private static void requireKey(byte @Nullable [] key, DigestEvent event)
      throws BadEventException {
    String expected =
        switch (event) {
          case TalkReviewed note -> note.conference() + "/" + note.note();
          case ConferenceChanged conference -> conference.conference();
        };
    if (key == null || !expected.equals(new String(key, UTF_8))) {
      throw new BadEventException("the record's key is not " + expected);
    }
  }

  private static Instant committedAt(ConsumerRecord<byte[], byte[]> record) {
    return Optional.ofNullable(header(record, EventHeaders.TIME))
        .flatMap(EventReader::instant)
        .orElseGet(() -> Instant.ofEpochMilli(Math.max(0, record.timestamp())));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      // Only what is measured depends on it; the record's own time is near enough.
      return Optional.empty();
    }
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }
}
