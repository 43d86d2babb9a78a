package org.conferencedigest.summary.state;

import java.util.List;
import org.conferencedigest.events.DigestEvent;

/**
 * What the store knows of a conference that a snapshot of it does not.
 *
 * @param head how far the conference has come
 * @param whole whether {@code events} are all there is, and nothing of the snapshot still holds
 * @param events the newest of each entity that changed since
 */
public record Changes(Head head, boolean whole, List<DigestEvent> events) {

  /** The snapshot that is up to date with the store. */
  public Snapshot appliedTo(Snapshot before) {
    Snapshot base = whole ? Snapshot.none(head.conference()) : before;
    return base.with(head.stateVersion(), events);
  }
}
