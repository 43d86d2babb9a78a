package org.conferencedigest.gateway.health;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

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
record HealthSettings(Duration timeout, Duration cache, Duration announce, Duration drain) {}
