package org.conferencedigest.summary.intake;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between attempts, longer each time, until the service stops. */
@Singleton
final class Pause {

  private final IntakeSettings settings;
  private final CountDownLatch stopped = new CountDownLatch(1);

  Pause(IntakeSettings settings) {
    this.settings = settings;
  }

  /**
   * Waits as is due after so many failures in a row.
   *
   * @param failures at least 1
   */
  void after(int failures) {
    Duration due = settings.firstPause().multipliedBy(1L << Math.min(failures - 1, 20));
    Duration wait = due.compareTo(settings.longestPause()) < 0 ? due : settings.longestPause();
    try {
      stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isStopping() {
    return stopped.getCount() == 0;
  }

  @PreDestroy
  void stop() {
    stopped.countDown();
  }
}
