package org.conferencedigest.gateway.digestcache;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;
import org.conferencedigest.foundation.settings.WrongSettingException;

/**
 * How digests are held in memory.
 *
 * @param maxBytes all copies together
 * @param maxConferences of so many conferences the latest revision is known
 * @param maxApplied so many entities' versions are known to be held by a revision
 * @param fetchTimeout how long the summary service may take to hand out a digest
 * @param readerWait how long a reader waits for a fetch that is under way
 * @param trustFor a copy is asked for again after so long, even if the topic tells of no change
 * @param revalidateAfter the same while the topic cannot be read: no reader sees a digest that was
 *     outdated for longer
 * @param topicSilence the topic counts as unreachable when its end was not seen for so long
 * @param missingFor that there is no digest is believed for so long
 * @param staleIfError while the summary service fails, a copy confirmed within this time is served
 * @param failingFor after a failure, readers get that copy at once for so long, without waiting
 * @param usualWait how long a read with {@code Digest-After} waits, if it does not say
 * @param longestWait and at the most
 * @param cacheControl what caches before this one may do
 * @param compressFrom bodies from this size on are compressed for those who accept it
 */
@ConfigurationProperties("gateway.digests")
public record DigestSettings(
    @Within(least = "65536", most = "1099511627776") long maxBytes,
    @Within(least = "1", most = "100000000") int maxConferences,
    @Within(least = "1", most = "100000000") int maxApplied,
    @Within(least = "1ms", most = "5m") Duration fetchTimeout,
    @Within(least = "1ms", most = "5m") Duration readerWait,
    @Within(least = "1ms", most = "1d") Duration trustFor,
    @Within(least = "1ms", most = "1h") Duration revalidateAfter,
    @Within(least = "10ms", most = "1h") Duration topicSilence,
    @Within(least = "0s", most = "1h") Duration missingFor,
    @Within(least = "0s", most = "30d") Duration staleIfError,
    @Within(least = "0s", most = "1m") Duration failingFor,
    @Within(least = "0s", most = "1m") Duration usualWait,
    @Within(least = "0s", most = "1m") Duration longestWait,
    String cacheControl,
    @Within(least = "0", most = "1073741824") int compressFrom) {

  public DigestSettings {
    WrongSettingException.requireAtMost(
        "gateway.digests.usual-wait", usualWait, "gateway.digests.longest-wait", longestWait);
  }
}
