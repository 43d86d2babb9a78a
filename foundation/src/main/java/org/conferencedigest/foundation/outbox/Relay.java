package org.conferencedigest.foundation.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox holds: at once when told of a commit, by this process or by another
 * instance, and otherwise when its sweep finds something. One thread; any number of instances.
 */
@Singleton
@Requires(property = "datasources.default.url")
final class Relay implements ApplicationEventListener<StartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  private final OutboxSettings settings;
  private final OutboxTable table;
  private final Leases leases;
  private final Sender sender;
  private final Wakeup wakeup;
  private final Neighbours neighbours;
  private final Counter sent;
  private @Nullable Thread thread;

  Relay(
      OutboxSettings settings,
      OutboxTable table,
      Leases leases,
      Sender sender,
      Wakeup wakeup,
      Neighbours neighbours,
      MeterRegistry metrics) {
    this.settings = settings;
    this.table = table;
    this.leases = leases;
    this.sender = sender;
    this.wakeup = wakeup;
    this.neighbours = neighbours;
    this.sent = metrics.counter("outbox.sent");
  }

  /** Says that a transaction with rows in those lanes has committed. */
  void wake(BitSet lanes) {
    wakeup.signal(lanes);
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    if (settings.relay()) {
      neighbours.listen();
      // A platform thread: it blocks in the database driver and the producer for its whole life.
      thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }
  }

  private void run() {
    Duration pause = settings.leastPause();
    while (!wakeup.isClosed()) {
      try {
        relay(wakeup.await(settings.sweep()));
        pause = settings.leastPause();
      } catch (SQLException | KafkaException | UnsentException e) {
        LOG.warn("the outbox waits {} ms: {}", pause.toMillis(), e.getMessage());
        wakeup.pause(pause);
        pause = min(pause.multipliedBy(2), settings.longestPause());
      } catch (InterruptedException e) {
        LOG.debug("the relay was interrupted: it stops", e);
        return;
      } catch (RuntimeException e) {
        LOG.error("the outbox waits {} ms", pause.toMillis(), e);
        wakeup.pause(pause);
        pause = min(pause.multipliedBy(2), settings.longestPause());
      }
    }
  }

  /**
   * @param told the lanes known to hold something; null: whichever do
   */
  private void relay(@Nullable BitSet told)
      throws SQLException, InterruptedException, UnsentException {
    BitSet lanes = told == null ? table.lanesWithWork() : told;
    while (!lanes.isEmpty()) {
      hold(lanes);
      BitSet mine = leases.heldFor(lanes, settings.deliveryTimeout());
      if (mine.cardinality() < lanes.cardinality()) {
        neighbours.tell();
      }
      if (mine.isEmpty()) {
        return;
      }
      List<OutboxRow> rows = table.next(mine, settings.batchRows(), settings.batchBytes());
      if (rows.isEmpty()) {
        return;
      }
      Round.Result result = new Round(table, leases, sender, settings.deliveryTimeout()).send(rows);
      sent.increment(result.sent());
      if (result.failure() != null) {
        throw new UnsentException(result.failure());
      }
      renewOld(mine);
      lanes = mine;
    }
  }

  private void hold(BitSet lanes) throws SQLException {
    BitSet missing = (BitSet) lanes.clone();
    missing.andNot(leases.heldFor(lanes, settings.deliveryTimeout()));
    leases.take(missing);
  }

  /** Off the path of an event: the next one finds a lease that is long enough. */
  private void renewOld(BitSet lanes) throws SQLException {
    BitSet old = (BitSet) lanes.clone();
    old.andNot(leases.heldFor(lanes, settings.lease().minus(settings.renewAfter())));
    leases.take(old);
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** Finishes what is in flight and gives up its lanes. */
  @PreDestroy
  void close() throws InterruptedException, SQLException {
    wakeup.close();
    Thread running = thread;
    if (running != null) {
      running.join(settings.lease());
      if (!running.isAlive()) {
        leases.release();
      }
    }
  }

  /** The broker does not take records. */
  private static final class UnsentException extends Exception {

    private static final long serialVersionUID = 1L;

    UnsentException(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }
}
