package org.conferencedigest.gateway.route;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.conferencedigest.foundation.settings.Matching;

/**
 * Where the notes service is. The framework's client reads it by itself; here it is checked.
 *
 * @param url without a path
 */
@ConfigurationProperties("micronaut.http.services.notes")
record NotesAddress(
    @Matching(value = Matching.WEB_ADDRESS, words = "an address such as http://notes-service:8081")
        String url) {}
