package org.conferencedigest.summary.revision;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.conferencedigest.foundation.trace.TraceContext;
import org.conferencedigest.summary.revision.Reviser.Change;
import org.conferencedigest.summary.search.SearchIndex;
import org.conferencedigest.summary.state.ConferenceRow;
import org.conferencedigest.summary.state.Head;
import org.conferencedigest.summary.state.Snapshot;
import org.conferencedigest.summary.state.StateReader;
import org.conferencedigest.summary.state.StateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a digest anew from what is stored, after that was replaced. */
@Singleton
public final class Rewriter {

  private static final Logger LOG = LoggerFactory.getLogger(Rewriter.class);

  private final TransactionOperations<Connection> transactions;
  private final StateStore store;
  private final StateReader state;
  private final Editions editions;
  private final EditionCache cache;
  private final Press press;
  private final Reviser reviser;
  private final SearchIndex index;
  private final Bell bell;
  private final Clock clock;

  Rewriter(
      TransactionOperations<Connection> transactions,
      StateStore store,
      StateReader state,
      Editions editions,
      EditionCache cache,
      Press press,
      Reviser reviser,
      SearchIndex index,
      Bell bell,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.state = state;
    this.editions = editions;
    this.cache = cache;
    this.press = press;
    this.reviser = reviser;
    this.index = index;
    this.bell = bell;
    this.clock = clock;
  }

  /** Replaces what is stored of a conference. */
  @FunctionalInterface
  public interface Replacement {

    /**
     * Called while the conference is locked: no event of it is applied meanwhile.
     *
     * @param stateVersion what is replaced belongs to this state version
     */
    void replace(Connection connection, long stateVersion) throws SQLException;
  }

  /**
   * Replaces what is stored of a conference and writes its digest from nothing, in one transaction.
   * If its bytes are those of the last revision, that stays; else there is a next one.
   *
   * @return whether there is a next one
   */
  public boolean rewrite(String conference, Replacement replacement, TraceContext trace) {
    Rewritten rewritten =
        transactions.executeWrite(
            status -> rewriteIn(status.getConnection(), conference, replacement, trace));
    cache.offer(rewritten.edition());
    bell.ring(Set.of(conference));
    return rewritten.revised();
  }

  private record Rewritten(Edition edition, boolean revised) {}

  private Rewritten rewriteIn(
      Connection connection, String conference, Replacement replacement, TraceContext trace)
      throws SQLException {
    ConferenceRow row = store.lock(connection, List.of(conference)).get(conference);
    Head head = Objects.requireNonNull(row).head();
    Edition before = before(connection, head);
    Head next = head.withState(head.stateVersion() + 1);
    replacement.replace(connection, next.stateVersion());
    Snapshot snapshot =
        state
            .changesSince(connection, conference, 0)
            .map(all -> all.appliedTo(Snapshot.none(conference)))
            .map(all -> all.at(next.stateVersion()))
            .orElseThrow();
    Edition after = press.print(next, snapshot, null);
    index.replace(
        connection, conference, after.written().map(Edition.Digest::document).orElse(null));
    Change change = new Change(before, after, Map.of(), clock.instant(), trace);
    Edition edition = reviser.revise(connection, List.of(change)).getFirst();
    return new Rewritten(edition, edition.head().revision() > head.revision());
  }

  /**
   * Only to tell what changed: what is stored may be beyond reading, or it would not be replaced.
   */
  private Edition before(Connection connection, Head head) throws SQLException {
    try {
      return editions.locked(connection, head);
    } catch (IllegalStateException e) {
      LOG.warn("What was stored of {} cannot be read; it is replaced", head.conference());
      return new Edition(head, Snapshot.none(head.conference()), null);
    }
  }
}
