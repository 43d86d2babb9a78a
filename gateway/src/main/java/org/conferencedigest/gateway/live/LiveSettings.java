package org.conferencedigest.gateway.live;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * What streams of changes may cost.
 *
 * @param streams open at once
 * @param streamsPerAddress open at once from one address
 * @param buffer events that wait for a slow client; one more, and it is cut off
 * @param heartbeat how often a stream shows that it is alive
 * @param longest after so long a stream ends, and its client comes back to whichever gateway
 * @param retry when a client that was cut off shall come back
 * @param catchUpTimeout how long the summary service may take to tell what was missed
 * @param catchUpTries how often it is asked
 * @param catchUpDelay how long to wait between
 */
@ConfigurationProperties("gateway.live")
record LiveSettings(
    int streams,
    int streamsPerAddress,
    int buffer,
    Duration heartbeat,
    Duration longest,
    Duration retry,
    Duration catchUpTimeout,
    int catchUpTries,
    Duration catchUpDelay) {}
