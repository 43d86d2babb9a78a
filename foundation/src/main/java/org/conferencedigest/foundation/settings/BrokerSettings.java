package org.conferencedigest.foundation.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;

/**
 * Which broker a service that has one uses.
 *
 * @param servers at least one of its nodes
 */
@ConfigurationProperties("kafka.bootstrap")
@Requires(property = "kafka.bootstrap.servers")
record BrokerSettings(
    @Matching(
            value = "[^\\s,:]+:\\d{1,5}(\\s*,\\s*[^\\s,:]+:\\d{1,5})*",
            words = "one or more addresses such as kafka-1:9092,kafka-2:9092")
        String servers) {}
