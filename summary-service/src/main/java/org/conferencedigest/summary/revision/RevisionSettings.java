package org.conferencedigest.summary.revision;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Bounds of what is kept of digests.
 *
 * @param kept how many revisions of each digest stay listed
 * @param cacheBytes how much text of digests and notes stays in memory, roughly
 */
@ConfigurationProperties("digest.revisions")
record RevisionSettings(
    @Bindable(defaultValue = "1000") int kept,
    @Bindable(defaultValue = "134217728") long cacheBytes) {}
