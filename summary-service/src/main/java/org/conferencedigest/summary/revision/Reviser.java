package org.conferencedigest.summary.revision;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conferencedigest.events.DigestChange;
import org.conferencedigest.events.DigestUpdated;
import org.conferencedigest.foundation.trace.TraceContext;
import org.conferencedigest.summary.state.Head;
import org.conferencedigest.summary.state.StateStore;

/** Makes a revision of each digest whose bytes have changed, in the caller's transaction. */
@Singleton
final class Reviser {

  /**
   * A conference whose state has changed.
   *
   * @param before its edition of the last state
   * @param after its edition of the new one; the head still names the last revision
   * @param applied the versions that made the change, by entity
   * @param committedAt when the earliest of the writes was made
   * @param trace the last of them
   */
  record Change(
      Edition before,
      Edition after,
      Map<String, Long> applied,
      Instant committedAt,
      TraceContext trace) {}

  private final StateStore store;
  private final RevisionLog log;
  private final Announcer announcer;
  private final Clock clock;

  Reviser(StateStore store, RevisionLog log, Announcer announcer, Clock clock) {
    this.store = store;
    this.log = log;
    this.announcer = announcer;
    this.clock = clock;
  }

  /**
   * Stores how far the conferences have come. An edition whose tags are those of the last revision
   * stays at that revision; any other is the next one, which is logged and announced.
   *
   * @return the editions under their new heads
   */
  List<Edition> revise(Connection connection, List<Change> changes) throws SQLException {
    // What PostgreSQL stores, so that every instance tells the same time.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Edition> editions = new ArrayList<>();
    List<Revision> revisions = new ArrayList<>();
    for (Change change : changes) {
      Edition after = change.after();
      Map<String, String> etags = after.etags();
      if (etags.equals(after.head().etags())) {
        editions.add(after);
        continue;
      }
      Edition revised = after.under(after.head().revised(now, etags));
      editions.add(revised);
      revisions.add(revision(change, revised.head()));
    }
    store.save(connection, editions.stream().map(Edition::head).toList());
    if (!revisions.isEmpty()) {
      log.add(connection, revisions);
      announcer.announce(revisions);
    }
    return editions;
  }

  private static Revision revision(Change change, Head head) {
    List<DigestChange> seen = seen(change.before(), change.after());
    boolean truncated = seen.size() > DigestUpdated.MOST_CHANGES;
    return new Revision(
        head,
        truncated ? seen.subList(0, DigestUpdated.MOST_CHANGES) : seen,
        truncated,
        change.applied(),
        change.committedAt(),
        change.trace());
  }

  private static List<DigestChange> seen(Edition before, Edition after) {
    if (after.digest() == null) {
      return List.of(new DigestChange(DigestChange.Kind.REMOVED, null));
    }
    if (before.digest() == null) {
      return List.of(new DigestChange(DigestChange.Kind.ADDED, null));
    }
    return after.digest().document().changesSince(before.digest().document());
  }
}
