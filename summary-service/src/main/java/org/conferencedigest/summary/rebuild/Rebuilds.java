package org.conferencedigest.summary.rebuild;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.foundation.trace.TraceContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts rebuilds, one at a time, and tells how they go. */
@Singleton
final class Rebuilds {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

  private final Rebuild rebuild;
  private final RebuildLock lock;
  private final RebuildLog log;
  private final Clock clock;
  private @Nullable Thread thread;
  private @Nullable Run run;

  Rebuilds(Rebuild rebuild, RebuildLock lock, RebuildLog log, Clock clock) {
    this.rebuild = rebuild;
    this.lock = lock;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Starts a rebuild; it goes on when this has returned.
   *
   * @throws ProblemException 409 if one is running, here or elsewhere
   */
  synchronized Progress start(TraceContext trace) throws SQLException {
    RebuildLock.Held held =
        lock.tryToHold()
            .orElseThrow(() -> ProblemException.conflict("A rebuild is running already."));
    try {
      Run started = new Run(log.begin(clock.instant()));
      run = started;
      thread =
          Thread.ofPlatform()
              .name("rebuild")
              .start(() -> trace.run(() -> runToTheEnd(started, held, trace)));
      return started.progress();
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private void runToTheEnd(Run started, RebuildLock.Held held, TraceContext trace) {
    LOG.info("Rebuild {} begins", started.progress().id());
    String failure = null;
    try (held) {
      rebuild.run(started, held, trace);
    } catch (Exception | StackOverflowError e) {
      LOG.error("Rebuild {} failed; it can be started again", started.progress().id(), e);
      failure = e.getClass().getSimpleName() + ": " + e.getMessage();
    }
    Progress end = started.progress().over(clock.instant(), failure);
    started.set(end);
    try {
      log.save(end);
    } catch (RuntimeException e) {
      LOG.error("The end of rebuild {} could not be noted", end.id(), e);
      return;
    }
    LOG.info(
        "Rebuild {} is over: {} of {} conferences replaced, {} revised",
        end.id(),
        end.replaced(),
        end.conferences(),
        end.revised());
  }

  /** The rebuilds there were, newest first; one whose instance has died is told as failed. */
  List<Progress> all() throws SQLException {
    List<Progress> all = log.all();
    if (all.isEmpty() || all.getFirst().state().isOver() || lock.isHeldBySomeone()) {
      return all;
    }
    List<Progress> corrected = new ArrayList<>(all);
    corrected.set(
        0, all.getFirst().over(null, "its instance stopped; a rebuild can be started again"));
    return corrected;
  }

  @PreDestroy
  synchronized void stop() throws InterruptedException {
    if (run != null && thread != null) {
      run.stop();
      thread.join(10_000);
    }
  }
}
