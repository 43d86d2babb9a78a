package org.conferencedigest.gateway.health;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.core.order.Ordered;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Stops the gateway so that no client notices: first it says that it is not ready, and serves on
 * until the load balancer has heard of it; then it takes nothing new, and lets what is under way
 * end.
 */
@Singleton
@Readiness
final class Drain implements ApplicationEventListener<ShutdownEvent>, HealthIndicator, Ordered {

  private static final Logger log = LoggerFactory.getLogger(Drain.class);

  private final GracefulShutdownManager shutdown;
  private final HealthSettings settings;
  private volatile boolean stopping;

  Drain(GracefulShutdownManager shutdown, HealthSettings settings) {
    this.shutdown = shutdown;
    this.settings = settings;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.just(
        HealthResult.builder("gateway", stopping ? HealthStatus.DOWN : HealthStatus.UP).build());
  }

  @Override
  public void onApplicationEvent(ShutdownEvent event) {
    stopping = true;
    LockSupport.parkNanos(settings.announce().toNanos());
    try {
      shutdown
          .shutdownGracefully()
          .toCompletableFuture()
          .get(settings.drain().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      log.warn("Requests were still under way after {}; they are cut off", settings.drain());
    } catch (ExecutionException e) {
      log.warn("Stopping did not go as it should", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
