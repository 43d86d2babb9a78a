package org.conferencedigest.foundation.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.conferencedigest.foundation.trace.Spans;
import org.conferencedigest.foundation.trace.TraceContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One batch of rows on its way: handed to the broker in order, waited for, and deleted as far as
 * the broker has them. A crash before the deletion sends them again; nothing deletes what was not
 * acknowledged. A lane stops at its first failure; the others go on.
 */
final class Round {

  private static final Logger LOG = LoggerFactory.getLogger(Round.class);
  private static final String REQUEST_ID = "x-request-id";

  private final OutboxTable table;
  private final Leases leases;
  private final Sender sender;
  private final OutboxSettings settings;
  private final Spans spans;

  private final List<Flight> flights = new ArrayList<>();
  private final List<OutboxRow> acknowledged = new ArrayList<>();
  private final Set<String> silentTopics = new HashSet<>();
  private final BitSet stopped = new BitSet(Lane.COUNT);
  private final BitSet failedLanes = new BitSet(Lane.COUNT);
  private @Nullable Exception failure;

  /**
   * @param sent how many rows the broker has
   * @param failedLanes where others are not there yet
   * @param failure why not; null if nothing failed
   */
  record Result(int sent, BitSet failedLanes, @Nullable Exception failure) {}

  private record Flight(
      OutboxRow row,
      ProducerRecord<byte[], byte[]> record,
      Future<RecordMetadata> future,
      long deadline,
      Instant at) {}

  Round(OutboxTable table, Leases leases, Sender sender, OutboxSettings settings, Spans spans) {
    this.table = table;
    this.leases = leases;
    this.sender = sender;
    this.settings = settings;
    this.spans = spans;
  }

  Result send(List<OutboxRow> batch) throws SQLException, InterruptedException {
    for (OutboxRow row : batch) {
      if (!stopped.get(row.lane())) {
        takeOff(row);
      }
    }
    land();
    if (!acknowledged.isEmpty()) {
      // Also what failed before a later row of its key: that one says all that it said.
      table.deleteSent(acknowledged);
    }
    return new Result(acknowledged.size(), failedLanes, failure);
  }

  private void takeOff(OutboxRow row) throws SQLException {
    if (silentTopics.contains(row.topic())) {
      stop(row);
      return;
    }
    try {
      ProducerRecord<byte[], byte[]> record = sender.prepare(row);
      // By our own clock, which nobody sets: the producer counts by the clock of the wall.
      long deadline = System.nanoTime() + settings.deliveryTimeout().toNanos();
      // Checked for each row, and at the last moment: what came before may have waited long.
      if (leases.holdsFor(row.lane(), settings.deliveryTimeout())) {
        flights.add(new Flight(row, record, sender.send(record), deadline, Instant.now()));
      } else {
        stopped.set(row.lane());
      }
    } catch (org.apache.kafka.common.errors.TimeoutException e) {
      silentTopics.add(row.topic());
      failed(row, e);
    } catch (KafkaException e) {
      failed(row, e);
    }
  }

  private void land() throws SQLException, InterruptedException {
    boolean late = false;
    for (Flight flight : flights) {
      try {
        long left = Math.max(0, flight.deadline() - System.nanoTime());
        flight.future().get(left, TimeUnit.NANOSECONDS);
        acknowledged.add(flight.row());
        tell(flight);
      } catch (ExecutionException e) {
        failed(flight.row(), e.getCause() instanceof Exception cause ? cause : e);
      } catch (TimeoutException e) {
        late = true;
        failed(flight.row(), e);
      }
    }
    if (late) {
      sender.abandon();
    }
  }

  /** How long the row waited, and the broker took, as parts of the trace that the record is of. */
  private void tell(Flight flight) {
    if (!spans.areTold()) {
      return;
    }
    String traceparent = header(flight.record(), TraceContext.TRACEPARENT);
    if (traceparent != null) {
      TraceContext trace = TraceContext.from(header(flight.record(), REQUEST_ID), traceparent);
      String topic = flight.row().topic();
      // The clock of the database may be ahead of this one.
      Instant created = flight.row().createdAt();
      Instant waited = created.isBefore(flight.at()) ? created : flight.at();
      spans.tell(Spans.Kind.INTERNAL, "outbox " + topic, trace, waited, flight.at());
      spans.tell(Spans.Kind.PRODUCER, "send " + topic, trace, flight.at(), Instant.now());
    }
  }

  private static @Nullable String header(ProducerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  private void failed(OutboxRow row, Exception cause) throws SQLException {
    if (Sender.isForEver(cause)) {
      LOG.error("set aside: {} of {}: {}", row.key(), row.topic(), cause.getMessage());
      table.setAside(row.id(), String.valueOf(cause.getMessage()));
    } else {
      failure = cause;
      stop(row);
    }
  }

  private void stop(OutboxRow row) {
    stopped.set(row.lane());
    failedLanes.set(row.lane());
  }
}
