package org.conferencedigest.summary.rebuild;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Bounds of rebuilds.
 *
 * @param patience how long the broker may take to send the next records before a rebuild fails
 * @param kept how many past rebuilds stay listed
 */
@ConfigurationProperties("digest.rebuild")
record RebuildSettings(
    @Bindable(defaultValue = "30s") Duration patience, @Bindable(defaultValue = "20") int kept) {}
