package org.conferencedigest.gateway.digestcache;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

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
    long maxBytes,
    int maxConferences,
    int maxApplied,
    Duration fetchTimeout,
    Duration readerWait,
    Duration trustFor,
    Duration revalidateAfter,
    Duration topicSilence,
    Duration missingFor,
    Duration staleIfError,
    Duration failingFor,
    Duration usualWait,
    Duration longestWait,
    String cacheControl,
    int compressFrom) {}
