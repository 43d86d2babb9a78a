package org.conferencedigest.foundation.outbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Lets lanes that failed rest, twice as long after each further failure, while the others go on.
 * Used by one thread.
 */
final class Rest {

  private final OutboxSettings settings;
  private final OutboxClock clock;
  private final long[] until = new long[Lane.COUNT];
  private final Duration[] next = new Duration[Lane.COUNT];
  private final BitSet resting = new BitSet(Lane.COUNT);

  Rest(OutboxSettings settings, OutboxClock clock) {
    this.settings = settings;
    this.clock = clock;
    Arrays.fill(next, settings.leastPause());
  }

  /** Those lanes failed. */
  void begin(BitSet lanes) {
    long now = clock.nanos();
    lanes.stream()
        .forEach(
            lane -> {
              until[lane] = now + next[lane].toNanos();
              next[lane] = longer(next[lane]);
              resting.set(lane);
            });
  }

  /** Nothing of those lanes failed. */
  void forget(BitSet lanes) {
    lanes.stream().forEach(lane -> next[lane] = settings.leastPause());
  }

  /** Ends the rest of the lanes that have rested long enough, and returns them. */
  BitSet end() {
    long now = clock.nanos();
    BitSet rested = new BitSet(Lane.COUNT);
    resting.stream().filter(lane -> until[lane] - now <= 0).forEach(rested::set);
    resting.andNot(rested);
    return rested;
  }

  /** Returns those of the lanes that do not rest. */
  BitSet awake(BitSet lanes) {
    BitSet awake = (BitSet) lanes.clone();
    awake.andNot(resting);
    return awake;
  }

  /** How long until the first of them has rested, but at most that long. */
  Duration shortest(Duration atMost) {
    long now = clock.nanos();
    long least = resting.stream().mapToLong(lane -> until[lane] - now).min().orElse(Long.MAX_VALUE);
    return Duration.ofNanos(Math.clamp(least, 0, atMost.toNanos()));
  }

  /** The pause after that one. */
  Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(settings.longestPause()) < 0 ? twice : settings.longestPause();
  }
}
