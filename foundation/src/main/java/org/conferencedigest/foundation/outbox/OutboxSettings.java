package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the relay works; the defaults stand in {@code foundation.yml}.
 *
 * @param relay whether this instance sends at all
 * @param lease how long a lane is held without a renewal; a crashed relay's lanes rest that long
 * @param renewAfter how old a lease grows before its holder, at work, renews it
 * @param deliveryTimeout how long a record is tried; no send begins with less of the lease left
 * @param batchRows how many rows one round sends at the most
 * @param batchBytes how many bytes of bodies one round sends about at the most
 * @param sweep how often the table is looked at without being told
 * @param leastPause the first wait after a failure; it doubles with each further one
 * @param longestPause the longest wait after a failure
 * @param largestRecord what the producer sends at the most, in bytes; larger rows are set aside
 */
@ConfigurationProperties("outbox")
public record OutboxSettings(
    @Bindable(defaultValue = "true") boolean relay,
    @Bindable(defaultValue = "5s") Duration lease,
    @Bindable(defaultValue = "1s") Duration renewAfter,
    @Bindable(defaultValue = "3s") Duration deliveryTimeout,
    @Bindable(defaultValue = "500") int batchRows,
    @Bindable(defaultValue = "4194304") int batchBytes,
    @Bindable(defaultValue = "1s") Duration sweep,
    @Bindable(defaultValue = "100ms") Duration leastPause,
    @Bindable(defaultValue = "2s") Duration longestPause,
    @Bindable(defaultValue = "8388608") int largestRecord) {

  public OutboxSettings {
    if (lease.compareTo(deliveryTimeout.plus(renewAfter)) <= 0) {
      throw new IllegalArgumentException(
          "outbox.lease must be longer than outbox.delivery-timeout and outbox.renew-after together");
    }
  }
}
