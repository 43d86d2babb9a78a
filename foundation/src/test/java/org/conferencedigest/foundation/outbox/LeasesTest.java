package org.conferencedigest.foundation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.conferencedigest.embedded.TestMachine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeasesTest {

  private static final int LANE = 3;
  private static final Duration DELIVERY = Duration.ofSeconds(3);

  private final AtomicLong ticks = new AtomicLong();
  private final AtomicReference<Instant> wall =
      new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
  private Relays relays;
  private Leases leases;

  @BeforeEach
  void take() throws Exception {
    relays = new Relays(TestMachine.freshDatabase(), TestMachine.kafka());
    relays.start(Map.of("outbox.relay", false));
    leases =
        new Leases(
            relays.instance(0).getBean(DataSource.class),
            relays.instance(0).getBean(OutboxSettings.class),
            new OutboxClock(ticks::get, wall::get));
    BitSet lanes = new BitSet();
    lanes.set(LANE);
    leases.take(lanes);
  }

  @AfterEach
  void stop() {
    relays.close();
  }

  @Test
  void endWhileTheMachineIsSuspended() {
    assertThat(leases.holdsFor(LANE, DELIVERY)).isTrue();
    wall.updateAndGet(now -> now.plusSeconds(10));
    assertThat(leases.holdsFor(LANE, DELIVERY)).isFalse();
  }

  @Test
  void lastNoLongerWhenTheClockIsSetBack() {
    wall.updateAndGet(now -> now.minusSeconds(3_600));
    assertThat(leases.holdsFor(LANE, DELIVERY)).isTrue();
    ticks.addAndGet(DELIVERY.toNanos());
    assertThat(leases.holdsFor(LANE, DELIVERY)).isFalse();
  }
}
