package org.conferencedigest.gateway.health;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;

/**
 * How health is judged, and how the gateway stops.
 *
 * @param timeout how long a service may take to say whether it is ready
 * @param cache for so long its word is believed
 * @param announce before it stops, the gateway says for so long that it is not ready, and serves
 *     on: the time a load balancer needs to notice
 * @param drain then it takes nothing new, and requests under way have so long to end
 */
@ConfigurationProperties("gateway.health")
record HealthSettings(
    @Within(least = "1ms", most = "1m") Duration timeout,
    @Within(least = "0s", most = "1m") Duration cache,
    @Within(least = "0s", most = "10m") Duration announce,
    @Within(least = "0s", most = "10m") Duration drain) {}
