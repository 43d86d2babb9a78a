package org.conferencedigest.gateway.openapi;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How the services' descriptions are fetched.
 *
 * @param cache for so long what was fetched is kept before it is fetched again
 * @param timeout how long a service may take to answer
 */
@ConfigurationProperties("gateway.openapi")
record OpenapiSettings(Duration cache, Duration timeout) {}
