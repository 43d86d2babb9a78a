package org.conferencedigest.notes.importing;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * How much is taken from a post. The defaults stand in {@code application.yml}.
 *
 * @param talks talks that one post is seen to hold at the most; what is beyond stays prose
 */
@ConfigurationProperties("notes.post")
public record PostSettings(int talks) {}
