package org.conferencedigest.summary.rebuild;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Within;

/**
 * Bounds of rebuilds.
 *
 * @param patience how long the broker may take to send the next records before a rebuild fails
 * @param kept how many past rebuilds stay listed
 */
@ConfigurationProperties("digest.rebuild")
record RebuildSettings(
    @Within(least = "100ms", most = "1h") @Bindable(defaultValue = "30s") Duration patience,
    @Within(least = "1", most = "10000") @Bindable(defaultValue = "20") int kept) {}
