package org.conferencedigest.summary.intake;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** Not ready before the intake has joined its group once. */
@Readiness
@Singleton
final class IntakeHealth implements HealthIndicator {

  private final IntakeProgress progress;

  IntakeHealth(IntakeProgress progress) {
    this.progress = progress;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.just(
        HealthResult.builder("intake", progress.wasAssigned() ? HealthStatus.UP : HealthStatus.DOWN)
            .build());
  }
}
