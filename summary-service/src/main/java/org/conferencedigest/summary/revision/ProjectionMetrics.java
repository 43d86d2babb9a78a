package org.conferencedigest.summary.revision;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.conferencedigest.summary.state.Arrival;

/** Counts what becomes of events. */
@Singleton
final class ProjectionMetrics {

  private final Counter applied;
  private final Counter ignored;
  private final Timer staleness;
  private final Clock clock;

  ProjectionMetrics(MeterRegistry metrics, Clock clock) {
    this.clock = clock;
    this.applied = events(metrics, "applied");
    this.ignored = events(metrics, "ignored");
    this.staleness =
        Timer.builder("digest.staleness")
            .description("From the commit of a change to its commit in the digest")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofMinutes(1))
            .register(metrics);
  }

  private static Counter events(MeterRegistry metrics, String result) {
    return Counter.builder("digest.events")
        .description("Events by what became of them; those ignored were old or known already")
        .tag("result", result)
        .register(metrics);
  }

  void applied(List<Arrival> newer, int ignoredOnes) {
    Instant now = clock.instant();
    applied.increment(newer.size());
    ignored.increment(ignoredOnes);
    for (Arrival arrival : newer) {
      Duration age = Duration.between(arrival.committedAt(), now);
      staleness.record(age.isNegative() ? Duration.ZERO : age);
    }
  }
}
