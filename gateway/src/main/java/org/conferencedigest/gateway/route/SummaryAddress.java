package org.conferencedigest.gateway.route;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.conferencedigest.foundation.settings.Matching;

/**
 * Where the summary service is. The framework's client reads it by itself; here it is checked.
 *
 * @param url without a path
 */
@ConfigurationProperties("micronaut.http.services.summary")
record SummaryAddress(
    @Matching(
            value = Matching.WEB_ADDRESS,
            words = "an address such as http://summary-service:8082")
        String url) {}
