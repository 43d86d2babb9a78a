package org.conferencedigest.gateway.digestcache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.conferencedigest.events.BadEventException;
import org.conferencedigest.events.DigestUpdated;
import org.conferencedigest.events.EventCodec;
import org.conferencedigest.events.EventHeaders;
import org.conferencedigest.events.EventType;
import org.conferencedigest.foundation.trace.TraceContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in records of the topic of updates. */
@Context
final class UpdateIntake {

  private static final Logger log = LoggerFactory.getLogger(UpdateIntake.class);

  /** When the write was committed that the update shows; set by the summary service. */
  private static final String COMMITTED_AT = "x-committed-at";

  private final EventCodec codec;
  private final Revisions revisions;
  private final List<UpdateListener> listeners;
  private final InstantSource clock = InstantSource.system();
  private final Timer staleness;

  UpdateIntake(
      EventCodec codec, Revisions revisions, List<UpdateListener> listeners, MeterRegistry meters) {
    this.codec = codec;
    this.revisions = revisions;
    this.listeners = listeners;
    this.staleness =
        Timer.builder("digest.staleness")
            .description("From the commit of a review to its visibility at this gateway")
            .serviceLevelObjectives(
                millis(
                    5, 10, 15, 20, 25, 35, 50, 75, 100, 250, 500, 1000, 2500, 5000, 10_000, 60_000))
            .register(meters);
  }

  private static Duration[] millis(long... millis) {
    Duration[] durations = new Duration[millis.length];
    for (int i = 0; i < millis.length; i++) {
      durations[i] = Duration.ofMillis(millis[i]);
    }
    return durations;
  }

  /**
   * Takes one record in. One that is no update is left out: the revalidation of copies makes up for
   * it.
   *
   * @param live whether it is news, rather than read again after a start
   */
  void take(ConsumerRecord<byte[], byte[]> record, boolean live) {
    if (record.value() == null) {
      return;
    }
    try {
      DigestUpdated update =
          codec.read(
              EventType.DIGEST_UPDATED,
              DigestUpdated.class,
              header(record, EventHeaders.TYPE),
              record.value());
      switch (revisions.learn(update)) {
        case NEWER -> {
          if (live) {
            // From now on no reader is given the digest of before.
            staleness.record(Duration.between(committedAt(record, update), clock.instant()));
          }
          trace(record).run(() -> listeners.forEach(listener -> listener.updated(update)));
        }
        case DOUBT -> listeners.forEach(listener -> listener.doubted(update.conference()));
        case NONE -> {}
      }
    } catch (BadEventException e) {
      log.warn(
          "Left out a record of {} at {}-{}: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }

  /** The write that the update shows: what is done for it belongs to the same trace. */
  private static TraceContext trace(ConsumerRecord<byte[], byte[]> record) {
    return TraceContext.from(
        header(record, EventHeaders.REQUEST_ID), header(record, EventHeaders.TRACEPARENT));
  }

  private static Instant committedAt(ConsumerRecord<byte[], byte[]> record, DigestUpdated update) {
    String header = header(record, COMMITTED_AT);
    if (header != null) {
      try {
        return Instant.parse(header);
      } catch (DateTimeException e) {
        log.debug("{} is no time: {}", COMMITTED_AT, header);
      }
    }
    return update.at();
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }
}
