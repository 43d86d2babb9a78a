package org.conferencedigest.notes.importing;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.conferencedigest.foundation.settings.Within;

/**
 * How much is taken from a post. The defaults stand in {@code application.yml}.
 *
 * @param talks talks that one post is seen to hold at the most; what is beyond stays prose
 */
@ConfigurationProperties("notes.post")
public record PostSettings(@Within(least = "1", most = "5000") int talks) {}
