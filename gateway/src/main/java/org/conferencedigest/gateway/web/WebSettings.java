package org.conferencedigest.gateway.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;

/**
 * The gateway's own pages.
 *
 * @param conferences the list of conferences shows so many at the most
 * @param cache for so long a list is shown before it is fetched again
 * @param timeout how long the notes service may take to answer
 * @param assetsFor for so long a browser need not ask again for style sheets and icons
 */
@ConfigurationProperties("gateway.web")
record WebSettings(
    @Within(least = "1", most = "100000") int conferences,
    @Within(least = "0s", most = "1h") Duration cache,
    @Within(least = "1ms", most = "5m") Duration timeout,
    @Within(least = "0s", most = "365d") Duration assetsFor) {}
