package org.conferencedigest.gateway.digestcache;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;

/**
 * How the topic of updates is read.
 *
 * @param poll how long one poll waits for records
 * @param checkEvery how often it is checked that the end of the topic was read
 * @param checkTimeout how long the broker may take to say where the end is
 * @param retry how long to wait after a failure
 * @param closeTimeout how long closing may take
 */
@ConfigurationProperties("gateway.feed")
record FeedSettings(
    @Within(least = "1ms", most = "10s") Duration poll,
    @Within(least = "10ms", most = "1m") Duration checkEvery,
    @Within(least = "10ms", most = "1m") Duration checkTimeout,
    @Within(least = "1ms", most = "1m") Duration retry,
    @Within(least = "0s", most = "1m") Duration closeTimeout) {}
