package org.conferencedigest.foundation.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.conferencedigest.foundation.outbox.OutboxRow.Sequence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One batch of rows on its way: handed to the broker in order, waited for, and deleted as far as
 * the broker has them. A crash before the deletion sends them again; nothing deletes what was not
 * acknowledged.
 */
final class Round {

  private static final Logger LOG = LoggerFactory.getLogger(Round.class);

  private final OutboxTable table;
  private final Leases leases;
  private final Sender sender;
  private final Duration deliveryTimeout;

  private final Set<Long> done = new HashSet<>();
  private @Nullable Exception failure;

  /**
   * @param sent how many rows the broker has
   * @param failure why others are not there yet; null if nothing failed
   */
  record Result(int sent, @Nullable Exception failure) {}

  private record Flight(OutboxRow row, Future<RecordMetadata> future) {}

  Round(OutboxTable table, Leases leases, Sender sender, Duration deliveryTimeout) {
    this.table = table;
    this.leases = leases;
    this.sender = sender;
    this.deliveryTimeout = deliveryTimeout;
  }

  Result send(List<OutboxRow> rows) throws SQLException, InterruptedException {
    List<Flight> flights = takeOff(rows);
    List<OutboxRow> acknowledged = new ArrayList<>();
    for (Flight flight : flights) {
      if (landed(flight)) {
        acknowledged.add(flight.row());
      }
    }
    supersede(flights, acknowledged);
    if (!done.isEmpty()) {
      table.delete(done);
    }
    return new Result(acknowledged.size(), failure);
  }

  private List<Flight> takeOff(List<OutboxRow> rows) throws SQLException {
    List<Flight> flights = new ArrayList<>(rows.size());
    for (OutboxRow row : rows) {
      BitSet lane = new BitSet();
      lane.set(row.lane());
      // Checked for each row: the one before may have waited long for the broker.
      if (leases.heldFor(lane, deliveryTimeout).isEmpty()) {
        continue;
      }
      try {
        flights.add(new Flight(row, sender.send(row)));
      } catch (RecordTooLargeException | SerializationException | InvalidTopicException e) {
        setAside(row, e);
      } catch (KafkaException e) {
        failure = e;
        break;
      }
    }
    return flights;
  }

  private boolean landed(Flight flight) throws SQLException, InterruptedException {
    try {
      flight.future().get();
      done.add(flight.row().id());
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecordTooLargeException tooLarge) {
        setAside(flight.row(), tooLarge);
      } else {
        failure = e;
      }
      return false;
    }
  }

  private void setAside(OutboxRow row, Exception reason) throws SQLException {
    LOG.error("set aside: {} of {}: {}", row.key(), row.topic(), reason.getMessage());
    table.setAside(row.id(), String.valueOf(reason.getMessage()));
  }

  /**
   * A row whose key already has a later one at the broker must not be sent any more: it would take
   * the later one's place. As each event carries the whole state of its entity, the later one says
   * all that it said.
   */
  private void supersede(List<Flight> flights, List<OutboxRow> acknowledged) {
    Set<Sequence> later = new HashSet<>();
    Set<Long> landed = new HashSet<>();
    acknowledged.forEach(row -> landed.add(row.id()));
    for (Flight flight : flights.reversed()) {
      OutboxRow row = flight.row();
      if (landed.contains(row.id())) {
        later.add(row.sequence());
      } else if (later.contains(row.sequence())) {
        done.add(row.id());
      }
    }
  }
}
