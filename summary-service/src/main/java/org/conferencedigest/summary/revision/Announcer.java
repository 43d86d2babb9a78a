package org.conferencedigest.summary.revision;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.conferencedigest.events.DigestUpdated;
import org.conferencedigest.events.EventCodec;
import org.conferencedigest.events.EventHeaders;
import org.conferencedigest.events.EventType;
import org.conferencedigest.foundation.outbox.Outbox;
import org.conferencedigest.foundation.outbox.OutboxMessage;
import org.conferencedigest.foundation.trace.TraceContext;
import org.conferencedigest.summary.state.Head;

/** Tells the world of new revisions, if and only if the current transaction commits. */
@Singleton
final class Announcer {

  private static final String SOURCE = "/summary-service";

  /** When the earliest write was made that a revision shows: what staleness is counted from. */
  private static final String COMMITTED_AT = "x-committed-at";

  private final Outbox outbox;
  private final EventCodec codec;

  Announcer(Outbox outbox, EventCodec codec) {
    this.outbox = outbox;
    this.codec = codec;
  }

  void announce(List<Revision> revisions) {
    outbox.append(revisions.stream().map(this::message).toList());
  }

  private OutboxMessage message(Revision revision) {
    Head head = revision.head();
    TraceContext trace = revision.trace();
    Map<String, String> headers =
        new HashMap<>(
            EventHeaders.of(
                EventType.DIGEST_UPDATED,
                UUID.randomUUID().toString(),
                SOURCE,
                head.conference(),
                revision.at(),
                trace.traceparent(),
                trace.requestId()));
    headers.put(COMMITTED_AT, revision.committedAt().toString());
    DigestUpdated event =
        new DigestUpdated(
            head.conference(),
            head.revision(),
            !head.isVisible(),
            revision.at(),
            revision.changes(),
            revision.truncated(),
            head.etags(),
            revision.applied());
    return new OutboxMessage(
        EventType.DIGEST_UPDATED.topic(),
        head.conference(),
        head.conference(),
        headers,
        codec.write(event));
  }
}
