package org.conferencedigest.gateway.route;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;

/**
 * When a service is left alone, and what is tried again.
 *
 * @param failures this many in a row open the circuit
 * @param rest how long an open circuit stays open before one request may try
 * @param retries how often a read that did not reach the service is tried again
 * @param retryDelay how long to wait before that; doubled each time
 */
@ConfigurationProperties("gateway.breaker")
public record BreakerSettings(
    @Within(least = "1", most = "1000") int failures,
    @Within(least = "1ms", most = "10m") Duration rest,
    @Within(least = "0", most = "10") int retries,
    @Within(least = "1ms", most = "10s") Duration retryDelay) {}
