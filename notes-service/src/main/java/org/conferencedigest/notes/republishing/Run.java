package org.conferencedigest.notes.republishing;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A republication that runs here. */
final class Run {

  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Progress progress;

  Run(Progress progress) {
    this.progress = progress;
  }

  Progress progress() {
    return progress;
  }

  void set(Progress newProgress) {
    progress = newProgress;
  }

  void stop() {
    stopped.countDown();
  }

  /**
   * @throws CancellationException if the service is stopping
   */
  void requireGoingOn() {
    pause(Duration.ZERO);
  }

  /** As {@link #requireGoingOn()}, after that time. */
  void pause(Duration time) {
    try {
      if (stopped.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new CancellationException("the service was stopped");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }
}
