package org.conferencedigest.gateway.health;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.conferencedigest.gateway.route.Answer;
import org.conferencedigest.gateway.route.Ask;
import org.conferencedigest.gateway.route.Upstreams;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * The gateway is ready if the services are. They are asked once in a while at the most, however
 * often the gateway is asked, and within a bounded time.
 */
@Singleton
@Readiness
final class ServiceReadiness implements HealthIndicator {

  private static final String NAME = "services";
  private static final String PATH = "/health/readiness";
  private static final List<String> SERVICES = List.of("notes", "summary");

  private final Upstreams upstreams;
  private final HealthSettings settings;
  private @Nullable CompletableFuture<HealthResult> result;
  private long askedAt;

  ServiceReadiness(Upstreams upstreams, HealthSettings settings) {
    this.upstreams = upstreams;
    this.settings = settings;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromFuture(this::current, true);
  }

  private synchronized CompletableFuture<HealthResult> current() {
    long now = System.nanoTime();
    CompletableFuture<HealthResult> latest = result;
    if (latest == null || now - askedAt >= settings.cache().toNanos()) {
      latest = ask();
      result = latest;
      askedAt = now;
    }
    return latest;
  }

  private CompletableFuture<HealthResult> ask() {
    Map<String, CompletableFuture<String>> answers = new TreeMap<>();
    SERVICES.forEach(service -> answers.put(service, ask(service)));
    return CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new))
        .thenApply(
            all -> {
              Map<String, String> details = new TreeMap<>();
              answers.forEach((service, answer) -> details.put(service, answer.join()));
              boolean ready = details.values().stream().allMatch("ready"::equals);
              return HealthResult.builder(NAME, ready ? HealthStatus.UP : HealthStatus.DOWN)
                  .details(details)
                  .build();
            });
  }

  private CompletableFuture<String> ask(String service) {
    return upstreams
        .get(service)
        .ask(Ask.get(PATH, headers -> {}, settings.timeout()))
        .thenApply(
            answer -> {
              try (Answer read = answer) {
                return read.status() == 200 ? "ready" : "not ready";
              }
            })
        .exceptionally(failure -> "no answer");
  }
}
