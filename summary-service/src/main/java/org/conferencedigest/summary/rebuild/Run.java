package org.conferencedigest.summary.rebuild;

import java.util.concurrent.CancellationException;

/** A rebuild that runs here. */
final class Run {

  private volatile Progress progress;
  private volatile boolean stopped;

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
    stopped = true;
  }

  /**
   * @throws CancellationException if the service is stopping
   */
  void requireGoingOn() {
    if (stopped) {
      throw new CancellationException("the service was stopped");
    }
  }
}
