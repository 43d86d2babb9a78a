package org.conferencedigest.gateway.live;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;
import org.conferencedigest.foundation.settings.WrongSettingException;

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
    @Within(least = "0", most = "1000000") int streams,
    @Within(least = "0", most = "1000000") int streamsPerAddress,
    @Within(least = "1", most = "100000") int buffer,
    @Within(least = "10ms", most = "5m") Duration heartbeat,
    @Within(least = "100ms", most = "1d") Duration longest,
    @Within(least = "1ms", most = "10m") Duration retry,
    @Within(least = "1ms", most = "5m") Duration catchUpTimeout,
    @Within(least = "1", most = "100") int catchUpTries,
    @Within(least = "0s", most = "1m") Duration catchUpDelay) {

  LiveSettings {
    WrongSettingException.requireAtMost(
        "gateway.live.heartbeat", heartbeat, "gateway.live.longest", longest);
  }
}
