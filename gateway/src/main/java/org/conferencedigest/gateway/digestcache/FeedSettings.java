package org.conferencedigest.gateway.digestcache;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

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
    Duration poll,
    Duration checkEvery,
    Duration checkTimeout,
    Duration retry,
    Duration closeTimeout) {}
