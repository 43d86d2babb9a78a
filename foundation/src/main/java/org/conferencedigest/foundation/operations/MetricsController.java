package org.conferencedigest.foundation.operations;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What this instance measures, in Prometheus' text format. */
@Controller("/metrics")
@Requires(beans = PrometheusMeterRegistry.class)
final class MetricsController {

  private final PrometheusMeterRegistry metrics;

  MetricsController(PrometheusMeterRegistry metrics) {
    this.metrics = metrics;
  }

  // Gauges may ask the database.
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Get(produces = "text/plain; version=0.0.4; charset=utf-8")
  String scrape() {
    return metrics.scrape();
  }
}
