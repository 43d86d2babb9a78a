package org.conferencedigest.gateway.route;

import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One circuit breaker for each service, by whichever of its clients it is asked. */
@Singleton
final class Breakers {

  private final ConcurrentMap<String, CircuitBreaker> byAddress = new ConcurrentHashMap<>();
  private final BreakerSettings settings;

  Breakers(BreakerSettings settings) {
    this.settings = settings;
  }

  /** That of the service at an address. */
  CircuitBreaker of(String address) {
    return byAddress.computeIfAbsent(
        address, _ -> new CircuitBreaker(settings.failures(), settings.rest(), System::nanoTime));
  }
}
