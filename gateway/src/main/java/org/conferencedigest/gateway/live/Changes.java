package org.conferencedigest.gateway.live;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What changed since a revision, as the summary service answers.
 *
 * @param revision up to which
 * @param changes in the order of their revisions
 */
@Serdeable
record Changes(String conference, long revision, List<Change> changes) {}
