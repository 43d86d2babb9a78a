package org.conferencedigest.summary.revision;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.conferencedigest.foundation.settings.Within;

/**
 * Bounds of what is kept of digests.
 *
 * @param kept how many revisions of each digest stay listed
 * @param cacheBytes how much text of digests and notes stays in memory, roughly
 */
@ConfigurationProperties("digest.revisions")
record RevisionSettings(
    @Within(least = "1", most = "1000000") @Bindable(defaultValue = "1000") int kept,
    @Within(least = "0", most = "1099511627776") @Bindable(defaultValue = "134217728")
        long cacheBytes) {}
