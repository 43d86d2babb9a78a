package org.conferencedigest.summary.revision;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.conferencedigest.summary.state.Changes;
import org.conferencedigest.summary.state.Head;
import org.conferencedigest.summary.state.Snapshot;
import org.conferencedigest.summary.state.StateReader;
import org.jspecify.annotations.Nullable;

/**
 * The newest edition of each digest. What was read before is kept in memory and brought up to date
 * with what changed since, whichever instance applied it.
 */
@Singleton
public final class Editions {

  private final StateReader state;
  private final EditionCache cache;
  private final Press press;

  Editions(StateReader state, EditionCache cache, Press press) {
    this.state = state;
    this.cache = cache;
    this.press = press;
  }

  /**
   * The edition that holds all that was committed before this call; empty if nothing is known of
   * the conference. It costs one query, small if nothing changed since the last call.
   */
  public Optional<Edition> newest(String conference) {
    Edition kept = cache.get(conference);
    Optional<Changes> changes = state.changesSince(conference, versionOf(kept));
    Optional<Edition> newest = changes.map(since -> caughtUp(kept, since));
    newest.ifPresent(cache::offer);
    return newest;
  }

  /**
   * The edition of a conference whose row is locked, within that transaction.
   *
   * @param head as it is stored
   */
  Edition locked(Connection connection, Head head) throws SQLException {
    if (head.stateVersion() == 0) {
      return new Edition(head, Snapshot.none(head.conference()), null);
    }
    Edition kept = cache.get(head.conference());
    if (versionOf(kept) > head.stateVersion()) {
      kept = null;
    }
    if (kept != null && versionOf(kept) == head.stateVersion()) {
      return kept.under(head);
    }
    Edition base = kept;
    return state
        .changesSince(connection, head.conference(), versionOf(base))
        .map(since -> caughtUp(base, since))
        .orElseThrow(() -> new IllegalStateException("a locked conference is not there"));
  }

  private Edition caughtUp(@Nullable Edition kept, Changes since) {
    if (kept != null && versionOf(kept) >= since.head().stateVersion()) {
      return kept;
    }
    Snapshot before = kept == null ? Snapshot.none(since.head().conference()) : kept.snapshot();
    return press.print(since.head(), since.appliedTo(before), kept);
  }

  private static long versionOf(@Nullable Edition edition) {
    return edition == null ? 0 : edition.head().stateVersion();
  }
}
