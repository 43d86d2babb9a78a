package org.conferencedigest.foundation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestTest {

  private static final Duration LEAST = Duration.ofMillis(100);

  private final AtomicLong ticks = new AtomicLong(Long.MAX_VALUE - 5);
  private final Rest rest =
      new Rest(
          new OutboxSettings(
              true,
              Duration.ofSeconds(5),
              Duration.ofSeconds(1),
              Duration.ofSeconds(3),
              500,
              4_096,
              Duration.ofSeconds(1),
              LEAST,
              Duration.ofMillis(300),
              10_000,
              100),
          new OutboxClock(ticks::get, InstantSource.system()));

  @Test
  void endsForAllThatRestedLongEnoughAtOnce() {
    rest.begin(lanes(1, 2, 3, 7));
    assertThat(rest.awake(lanes(1, 2, 4))).isEqualTo(lanes(4));
    assertThat(rest.end()).isEqualTo(lanes());

    ticks.addAndGet(LEAST.toNanos());

    assertThat(rest.end()).isEqualTo(lanes(1, 2, 3, 7));
    assertThat(rest.end()).isEqualTo(lanes());
    assertThat(rest.awake(lanes(1, 2, 4))).isEqualTo(lanes(1, 2, 4));
  }

  @Test
  void isTwiceAsLongAfterEachFailureUpToABound() {
    for (int millis : new int[] {100, 200, 300, 300}) {
      rest.begin(lanes(5));
      assertThat(rest.shortest(Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(millis));
      ticks.addAndGet(Duration.ofMillis(millis).toNanos());
      assertThat(rest.end()).isEqualTo(lanes(5));
    }
    rest.forget(lanes(5));
    rest.begin(lanes(5));
    assertThat(rest.shortest(Duration.ofSeconds(1))).isEqualTo(LEAST);
  }

  private static BitSet lanes(int... numbers) {
    BitSet lanes = new BitSet();
    for (int number : numbers) {
      lanes.set(number);
    }
    return lanes;
  }
}
