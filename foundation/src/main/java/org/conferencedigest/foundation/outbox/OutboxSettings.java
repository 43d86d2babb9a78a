package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;
import org.conferencedigest.foundation.settings.WrongSettingException;

/**
 * How the relay works; the defaults stand in {@code foundation.yml}. All instances on a database
 * must have the same lease.
 *
 * @param relay whether this instance sends at all
 * @param lease how long a lane is held without a renewal; a crashed relay's lanes rest that long
 * @param renewAfter how old a lease grows before its holder, at work, renews it
 * @param deliveryTimeout how long a record is tried; no send begins with less of the lease left
 * @param batchRows how many rows one round sends, about
 * @param batchBytes how many bytes of bodies one round sends, about
 * @param sweep how often the table is looked at without being told
 * @param leastPause the first wait after a failure; it doubles with each further one
 * @param longestPause the longest wait after a failure
 * @param largestRecord what the producer sends at the most, in bytes; larger rows are set aside
 * @param largestCount up to which number rows are counted for the metrics
 */
@ConfigurationProperties("outbox")
record OutboxSettings(
    boolean relay,
    @Within(least = "100ms", most = "1h") Duration lease,
    @Within(least = "1ms", most = "10m") Duration renewAfter,
    @Within(least = "10ms", most = "10m") Duration deliveryTimeout,
    @Within(least = "1", most = "100000") int batchRows,
    @Within(least = "1024", most = "1073741824") int batchBytes,
    @Within(least = "10ms", most = "1h") Duration sweep,
    @Within(least = "1ms", most = "1h") Duration leastPause,
    @Within(least = "1ms", most = "1h") Duration longestPause,
    @Within(least = "1024", most = "1073741824") int largestRecord,
    @Within(least = "1", most = "1000000000") int largestCount) {

  OutboxSettings {
    if (lease.compareTo(deliveryTimeout.plus(renewAfter)) <= 0) {
      throw new WrongSettingException(
          "The setting outbox.lease is %s; it must be longer than outbox.delivery-timeout, which is %s, and outbox.renew-after, which is %s, together."
              .formatted(
                  WrongSettingException.words(lease),
                  WrongSettingException.words(deliveryTimeout),
                  WrongSettingException.words(renewAfter)));
    }
    WrongSettingException.requireAtMost(
        "outbox.least-pause", leastPause, "outbox.longest-pause", longestPause);
  }
}
