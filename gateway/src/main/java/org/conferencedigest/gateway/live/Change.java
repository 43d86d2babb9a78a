package org.conferencedigest.gateway.live;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.conferencedigest.events.DigestChange;
import org.conferencedigest.events.DigestUpdated;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees change with one revision.
 *
 * @param deleted true if the conference is gone with it, else absent
 */
@Serdeable
record Change(
    long revision,
    Instant at,
    List<DigestChange> changes,
    boolean truncated,
    @Nullable Boolean deleted) {

  static Change of(DigestUpdated update) {
    return new Change(
        update.revision(),
        update.at(),
        update.changes(),
        update.truncated(),
        update.deleted() ? true : null);
  }
}
