package org.conferencedigest.summary.deadletter;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

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
    @Bindable(defaultValue = "10s") Duration patience,
    @Bindable(defaultValue = "30d") Duration retention,
    @Bindable(defaultValue = "50") int pageSize,
    @Bindable(defaultValue = "200") int mostPerPage) {}
