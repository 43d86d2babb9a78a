package org.conferencedigest.notes.republishing;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;

/**
 * Bounds of a republication.
 *
 * @param batch notes that one transaction publishes
 * @param backlog rows in the outbox from which on it waits, so that writes need not wait behind it
 * @param patience how long the broker may send nothing while the topics are read
 * @param kept past republications that stay listed
 */
@ConfigurationProperties("notes.republish")
record RepublishSettings(
    @Within(least = "1", most = "1000") int batch,
    @Within(least = "1", most = "100000") int backlog,
    @Within(least = "100ms", most = "1h") Duration patience,
    @Within(least = "1", most = "10000") int kept) {}
