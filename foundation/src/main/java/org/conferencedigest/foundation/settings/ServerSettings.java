package org.conferencedigest.foundation.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/**
 * Where a service listens, as far as it is ours to check.
 *
 * @param port -1 for any that is free
 * @param host all addresses if null
 */
@ConfigurationProperties("micronaut.server")
record ServerSettings(
    @Within(least = "-1", most = "65535") @Nullable Integer port,
    @Matching(
            value = "[A-Za-z0-9.:_-]+",
            words = "an address or a name of this machine",
            optional = true)
        @Nullable String host) {}
