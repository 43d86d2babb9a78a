package org.conferencedigest.summary.revision;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where readers find the system.
 *
 * @param publicUrl what absolute links begin with, without a slash at its end
 */
@ConfigurationProperties("digest.site")
public record Site(@Bindable(defaultValue = "http://localhost:8080") String publicUrl) {}
