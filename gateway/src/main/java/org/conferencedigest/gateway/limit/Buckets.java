package org.conferencedigest.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A token bucket for each of many clients, for as many as are remembered. */
final class Buckets {

  private final String name;
  private final long burst;
  private final long perSecond;
  private final LoadingCache<String, Bucket> buckets;

  Buckets(String name, long burst, long perSecond, int clients, Duration forgetAfter) {
    this.name = name;
    this.burst = burst;
    this.perSecond = perSecond;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(clients)
            .expireAfterAccess(forgetAfter)
            .build(client -> bucket());
  }

  private Bucket bucket() {
    return Bucket.builder()
        .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }

  /** Takes one request from a client's bucket. */
  Allowance take(String client) {
    ConsumptionProbe probe = buckets.get(client).tryConsumeAndReturnRemaining(1);
    return new Allowance(
        name,
        burst,
        Math.max(1, burst / perSecond),
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForReset()),
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }
}
