package org.conferencedigest.foundation.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;

/**
 * How the database of a service that has one is reached.
 *
 * @param maximumPoolSize connections at the most
 * @param connectionTimeout how long to wait for one of them, in milliseconds
 */
@ConfigurationProperties("datasources.default")
@Requires(property = "datasources.default.url")
record DatabaseSettings(
    @Matching(
            value = "jdbc:postgresql:\\S+",
            words = "an address such as jdbc:postgresql://host/database")
        String url,
    @Matching(value = "(?s).*", words = "the owner of the database") String username,
    @Matching(value = "(?s).*", words = "that user's password") String password,
    @Within(least = "1", most = "1000") int maximumPoolSize,
    @Within(least = "250", most = "600000") int connectionTimeout) {}
