package org.conferencedigest.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A bound on waiting for another process, whose state can only be looked at again and again. */
record Deadline(long nanoTime) {

  private static final long LOOK_NANOS = Duration.ofMillis(10).toNanos();

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  boolean over() {
    return nanoTime - System.nanoTime() <= 0;
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  /** Returns true as soon as the condition holds, false when the time is over before. */
  boolean await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (over() || Thread.currentThread().isInterrupted()) {
        return condition.getAsBoolean();
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }
}
