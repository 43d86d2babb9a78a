package org.conferencedigest.gateway.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * The gateway's own pages.
 *
 * @param conferences the list of conferences shows so many at the most
 * @param cache for so long a list is shown before it is fetched again
 * @param timeout how long the notes service may take to answer
 * @param assetsFor for so long a browser need not ask again for style sheets and icons
 */
@ConfigurationProperties("gateway.web")
record WebSettings(int conferences, Duration cache, Duration timeout, Duration assetsFor) {}
