package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks by which the relay measures time.
 *
 * @param ticker counts nanoseconds and is never set, but stands still while a machine is suspended
 * @param wall goes on while a machine is suspended, but may be set
 */
record OutboxClock(LongSupplier ticker, InstantSource wall) {

  /** Returns the nanoseconds since some fixed moment. */
  long nanos() {
    return ticker.getAsLong();
  }

  /** Makes the clock of this machine. */
  @Factory
  static final class OfThisMachine {

    @Bean
    @Singleton
    OutboxClock clock() {
      return new OutboxClock(System::nanoTime, InstantSource.system());
    }
  }
}
