package org.conferencedigest.summary.deadletter;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;
import org.conferencedigest.foundation.settings.WrongSettingException;

/**
 * Bounds of the dead letters.
 *
 * @param patience how long one attempt to store a letter lasts; the record is tried again after
 * @param retention how long a letter stays, if this service makes the topic
 * @param pageSize how many letters a page lists unless asked otherwise
 * @param mostPerPage how many it lists at the most
 */
@ConfigurationProperties("digest.dead-letters")
record DeadLetterSettings(
    @Within(least = "100ms", most = "10m") @Bindable(defaultValue = "10s") Duration patience,
    @Within(least = "1m", most = "3650d") @Bindable(defaultValue = "30d") Duration retention,
    @Within(least = "1", most = "10000") @Bindable(defaultValue = "50") int pageSize,
    @Within(least = "1", most = "10000") @Bindable(defaultValue = "200") int mostPerPage) {

  DeadLetterSettings {
    WrongSettingException.requireAtMost(
        "digest.dead-letters.page-size",
        pageSize,
        "digest.dead-letters.most-per-page",
        mostPerPage);
  }
}
