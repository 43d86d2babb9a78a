package org.conferencedigest.notes.republishing;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.foundation.trace.TraceContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts republications, one at a time among all instances, and tells how they go. */
@Singleton
final class Republications {

  private static final Logger LOG = LoggerFactory.getLogger(Republications.class);
  private static final int STOP_MILLIS = 10_000;

  private final Republication republication;
  private final RepublishLock lock;
  private final ProgressStore store;
  private final Clock clock;
  private @Nullable Thread thread;
  private @Nullable Run run;

  Republications(
      Republication republication, RepublishLock lock, ProgressStore store, Clock clock) {
    this.republication = republication;
    this.lock = lock;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Starts one; it goes on when this has returned.
   *
   * @param by who is the author of what is unknown here, if nobody else is
   * @throws ProblemException 409 if one is running, here or elsewhere
   */
  synchronized Progress start(Wanted wanted, String by, TraceContext trace) {
    RepublishLock.Held held =
        lock.tryToHold()
            .orElseThrow(() -> ProblemException.conflict("A republication is running already."));
    try {
      Run started = new Run(store.begin(wanted, clock.instant()));
      run = started;
      thread =
          Thread.ofPlatform()
              .name("republish")
              .start(() -> trace.run(() -> runToTheEnd(started, by, held)));
      return started.progress();
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private void runToTheEnd(Run started, String by, RepublishLock.Held held) {
    long id = started.progress().id();
    LOG.info("Republication {} begins", id);
    String failure = null;
    try (held) {
      republication.run(started, by, held);
    } catch (RuntimeException e) {
      LOG.error("Republication {} failed; it can be started again", id, e);
      failure = e.getClass().getSimpleName() + ": " + e.getMessage();
    }
    Progress end = started.progress().over(clock.instant(), failure);
    started.set(end);
    try {
      store.save(end);
    } catch (RuntimeException e) {
      LOG.error("The end of republication {} could not be noted", id, e);
      return;
    }
    LOG.info("Republication {} is over: {}", id, end.counts());
  }

  /** The republications there were, newest first; one whose instance has died is told as failed. */
  List<Progress> all() {
    List<Progress> all = store.all();
    if (all.isEmpty() || all.getFirst().state().isOver() || lock.isHeldBySomeone()) {
      return all;
    }
    List<Progress> corrected = new ArrayList<>(all);
    corrected.set(
        0, all.getFirst().over(null, "its instance stopped; a republication can be started again"));
    return corrected;
  }

  @PreDestroy
  synchronized void stop() throws InterruptedException {
    if (run != null && thread != null) {
      run.stop();
      thread.join(STOP_MILLIS);
    }
  }
}
