package org.conferencedigest.gateway.live;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed since a revision, as the summary service answers.
 *
 * @param revision up to which
 * @param changes in the order of their revisions; perhaps not all of them
 * @param complete false if some in between are no longer known; then the digest is to be read anew
 */
@Serdeable
record Changes(
    String conference, long revision, List<Change> changes, @Nullable Boolean complete) {}
