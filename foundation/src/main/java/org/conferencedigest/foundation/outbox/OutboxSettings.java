package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

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
    Duration lease,
    Duration renewAfter,
    Duration deliveryTimeout,
    int batchRows,
    int batchBytes,
    Duration sweep,
    Duration leastPause,
    Duration longestPause,
    int largestRecord,
    int largestCount) {

  OutboxSettings {
    if (lease.compareTo(deliveryTimeout.plus(renewAfter)) <= 0) {
      throw new IllegalArgumentException(
          "outbox.lease must be longer than outbox.delivery-timeout and outbox.renew-after together");
    }
  }
}
