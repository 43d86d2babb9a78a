package org.conferencedigest.summary.revision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conferencedigest.events.DigestChange;
import org.conferencedigest.foundation.trace.TraceContext;
import org.conferencedigest.summary.state.Head;

/**
 * One visible change of a digest.
 *
 * @param head of the conference at this revision; without tags if the digest was removed
 * @param changes what a reader saw change, at most as many as an event lists
 * @param truncated whether there were more
 * @param applied the versions that made it, by entity, at most as many as an event lists
 * @param committedAt when the earliest write was made that it shows
 * @param trace the last of the writes that it shows
 */
public record Revision(
    Head head,
    List<DigestChange> changes,
    boolean truncated,
    Map<String, Long> applied,
    Instant committedAt,
    TraceContext trace) {

  public Revision {
    changes = List.copyOf(changes);
    applied = Map.copyOf(applied);
  }

  Instant at() {
    Instant at = head.revisedAt();
    if (at == null) {
      throw new IllegalStateException("a revision without a time");
    }
    return at;
  }
}
