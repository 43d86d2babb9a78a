package org.conferencedigest.foundation.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.Nullable;

/**
 * How the database of a service that has one is reached.
 *
 * @param maximumPoolSize connections at the most; null: as many as the pool has by default
 * @param connectionTimeout how long to wait for one of them, in milliseconds; null: as long as the
 *     pool does by default
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
    @Within(least = "1", most = "1000") @Nullable Integer maximumPoolSize,
    @Within(least = "250", most = "600000") @Nullable Integer connectionTimeout) {}
