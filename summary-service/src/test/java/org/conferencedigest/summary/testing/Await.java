package org.conferencedigest.summary.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** Waits for what is to become true, with a deadline. */
public final class Await {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Await() {}

  /** Tries assertions until they hold; fails as they do when the deadline has passed. */
  public static void until(ThrowingCallable assertions) {
    until(PATIENCE, assertions);
  }

  /** As {@link #until(ThrowingCallable)}, with another deadline. */
  public static void until(Duration patience, ThrowingCallable assertions) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        assertions.call();
        return;
      } catch (Throwable e) {
        if (System.nanoTime() - end > 0) {
          throw e instanceof Error error ? error : new AssertionError("never held", e);
        }
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
    }
  }

  /** Asks until there is an answer. */
  public static <T> T answer(Supplier<@Nullable T> question) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      T answer = question.get();
      if (answer != null) {
        return answer;
      }
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("never answered");
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
