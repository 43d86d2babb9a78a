package org.conferencedigest.gateway.openapi;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;

/**
 * How the services' descriptions are fetched.
 *
 * @param cache for so long what was fetched is kept before it is fetched again
 * @param timeout how long a service may take to answer
 */
@ConfigurationProperties("gateway.openapi")
record OpenapiSettings(
    @Within(least = "0s", most = "1d") Duration cache,
    @Within(least = "1ms", most = "1m") Duration timeout) {}
