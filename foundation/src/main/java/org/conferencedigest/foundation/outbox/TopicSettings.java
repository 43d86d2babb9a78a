package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;

/**
 * How topics are made.
 *
 * @param replication on how many brokers each partition is kept
 * @param patience how long one request to the broker may take
 * @param pause the time between two tries
 */
@ConfigurationProperties("topics")
record TopicSettings(
    @Within(least = "1", most = "32") short replication,
    @Within(least = "100ms", most = "5m") Duration patience,
    @Within(least = "10ms", most = "5m") Duration pause) {}
