package org.conferencedigest.notes.publishing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestEvent;
import org.conferencedigest.events.EventCodec;
import org.conferencedigest.events.EventHeaders;
import org.conferencedigest.events.EventType;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.foundation.outbox.Outbox;
import org.conferencedigest.foundation.outbox.OutboxMessage;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.foundation.trace.TraceContext;

/** Publishes events in the current transaction: they are sent if and only if it commits. */
@Singleton
public final class Publisher {

  private static final String SOURCE = "/notes-service";

  private final Outbox outbox;
  private final EventCodec codec;
  private final Clock clock;
  private final int largestBody;

  Publisher(Outbox outbox, EventCodec codec, Clock clock, EventSettings settings) {
    this.outbox = outbox;
    this.codec = codec;
    this.clock = clock;
    this.largestBody = settings.largestEvent();
  }

  /**
   * Publishes one event, whose entity's row the transaction holds locked.
   *
   * @throws ProblemException 413 if no consumer would take it; then the write is refused, too
   */
  public void publish(DigestEvent event) {
    publish(List.of(event));
  }

  /** Publishes events in that order. */
  public void publish(List<? extends DigestEvent> events) {
    if (!events.isEmpty()) {
      Instant now = clock.instant();
      Optional<TraceContext> trace = TraceContext.current();
      outbox.append(events.stream().map(event -> message(event, now, trace)).toList());
    }
  }

  private OutboxMessage message(DigestEvent event, Instant now, Optional<TraceContext> trace) {
    EventType type =
        switch (event) {
          case TalkReviewed reviewed -> EventType.TALK_REVIEWED;
          case ConferenceChanged changed -> EventType.CONFERENCE_CHANGED;
        };
    String key =
        switch (event) {
          case TalkReviewed reviewed -> reviewed.conference() + "/" + reviewed.note();
          case ConferenceChanged changed -> changed.conference();
        };
    byte[] body = codec.write(event);
    if (body.length > largestBody) {
      throw ProblemException.tooLarge(
          key + " with all it holds is larger than the " + largestBody + " bytes of an event.");
    }
    return new OutboxMessage(
        type.topic(),
        key,
        event.conference(),
        EventHeaders.of(
            type,
            key + "/" + event.version(),
            SOURCE,
            key,
            now,
            trace.map(TraceContext::traceparent).orElse(null),
            trace.map(TraceContext::requestId).orElse(null)),
        body);
  }
}
