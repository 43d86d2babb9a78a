package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How topics are made.
 *
 * @param replication on how many brokers each partition is kept
 * @param patience how long one request to the broker may take
 * @param pause the time between two tries
 */
@ConfigurationProperties("topics")
record TopicSettings(short replication, Duration patience, Duration pause) {}
