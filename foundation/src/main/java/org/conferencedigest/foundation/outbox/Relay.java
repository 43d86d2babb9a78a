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
import org.conferencedigest.foundation.trace.Spans;
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
  private final Spans spans;
  private final Counter sent;
  private final Rest rest;
  private final OutboxClock clock;
  private long nextSweep;
  private boolean failing;
  private @Nullable Thread thread;

  Relay(
      OutboxSettings settings,
      OutboxTable table,
      Leases leases,
      Sender sender,
      Wakeup wakeup,
      Neighbours neighbours,
      Spans spans,
      MeterRegistry metrics,
      OutboxClock clock) {
    this.settings = settings;
    this.table = table;
    this.leases = leases;
    this.sender = sender;
    this.wakeup = wakeup;
    this.neighbours = neighbours;
    this.spans = spans;
    this.rest = new Rest(settings, clock);
    this.clock = clock;
    this.nextSweep = clock.nanos();
    this.sent =
        Counter.builder("outbox.sent").description("Records that the broker has").register(metrics);
  }

  /** Says that a transaction with rows in those lanes has committed. */
  void wake(BitSet lanes) {
    wakeup.written(lanes);
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
        relay(wakeup.await(rest.shortest(untilSweep())));
        pause = settings.leastPause();
      } catch (InterruptedException e) {
        LOG.debug("the relay was interrupted: it stops", e);
        return;
      } catch (SQLException e) {
        fails(e);
        wakeup.pause(pause);
        pause = rest.longer(pause);
      } catch (RuntimeException | Error e) {
        // A relay that ended would leave a service that looks well and tells nobody anything.
        LOG.error("the outbox waits {} ms", pause.toMillis(), e);
        wakeup.pause(pause);
        pause = rest.longer(pause);
      }
    }
  }

  /**
   * Sends one batch of what waits in the lanes that were signalled, in those whose rest has ended,
   * and, if it is time, in those that the sweep finds. What may be left is signalled again: so the
   * sweep and the other lanes have their turn, however much is written.
   */
  private void relay(Wakeup.Signal signal) throws SQLException, InterruptedException {
    BitSet untold = (BitSet) signal.written().clone();
    BitSet lanes = (BitSet) signal.lanes().clone();
    lanes.or(rest.end());
    if (signal.anywhere() || untilSweep().isZero()) {
      nextSweep = clock.nanos() + settings.sweep().toNanos();
      BitSet found = table.lanesWithWork();
      lanes.or(found);
      untold.or(found);
    }
    lanes = rest.awake(lanes);
    if (lanes.isEmpty() || wakeup.isClosed()) {
      return;
    }
    hold(lanes);
    BitSet mine = leases.heldFor(lanes, settings.deliveryTimeout());
    untold.and(lanes);
    untold.andNot(mine);
    if (!untold.isEmpty()) {
      neighbours.tell(untold);
    }
    if (!mine.isEmpty()) {
      sendFrom(mine);
    }
  }

  private void sendFrom(BitSet mine) throws SQLException, InterruptedException {
    List<OutboxRow> batch = table.next(mine, settings.batchRows(), settings.batchBytes());
    if (!batch.isEmpty()) {
      note(new Round(table, leases, sender, settings, spans).send(batch), mine);
      renewOld(mine);
      wakeup.signal(rest.awake(mine));
    }
  }

  private Duration untilSweep() {
    return Duration.ofNanos(Math.max(0, nextSweep - clock.nanos()));
  }

  private void note(Round.Result result, BitSet lanes) {
    sent.increment(result.sent());
    BitSet well = (BitSet) lanes.clone();
    well.andNot(result.failedLanes());
    rest.forget(well);
    rest.begin(result.failedLanes());
    if (result.failure() != null) {
      fails(result.failure());
    } else if (failing && result.sent() > 0) {
      failing = false;
      LOG.info("the outbox flows again");
    }
  }

  // An outage of an hour is two lines in the log, not thousands.
  private void fails(Exception cause) {
    if (!failing) {
      failing = true;
      LOG.warn("the outbox waits, trying on: {}", cause.toString());
    } else {
      LOG.debug("the outbox still waits", cause);
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
}
