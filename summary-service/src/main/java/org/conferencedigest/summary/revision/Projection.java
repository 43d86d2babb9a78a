package org.conferencedigest.summary.revision;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.conferencedigest.events.DigestUpdated;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.foundation.trace.Span;
import org.conferencedigest.foundation.trace.Spans;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.revision.Edition.Digest;
import org.conferencedigest.summary.revision.Reviser.Change;
import org.conferencedigest.summary.search.SearchIndex;
import org.conferencedigest.summary.state.Arrival;
import org.conferencedigest.summary.state.Batch;
import org.conferencedigest.summary.state.ConferenceRow;
import org.conferencedigest.summary.state.Head;
import org.conferencedigest.summary.state.StateStore;

/** Applies events to what is stored, and revises the digests they change. */
@Singleton
public final class Projection {

  private final TransactionOperations<Connection> transactions;
  private final StateStore store;
  private final Editions editions;
  private final EditionCache cache;
  private final Press press;
  private final Reviser reviser;
  private final SearchIndex index;
  private final Bell bell;
  private final ProjectionMetrics metrics;
  private final Spans spans;

  Projection(
      TransactionOperations<Connection> transactions,
      StateStore store,
      Editions editions,
      EditionCache cache,
      Press press,
      Reviser reviser,
      SearchIndex index,
      Bell bell,
      ProjectionMetrics metrics,
      Spans spans) {
    this.transactions = transactions;
    this.store = store;
    this.editions = editions;
    this.cache = cache;
    this.press = press;
    this.reviser = reviser;
    this.index = index;
    this.bell = bell;
    this.metrics = metrics;
    this.spans = spans;
  }

  private record Applied(List<Arrival> newer, List<Edition> editions) {}

  /**
   * Applies all of these events, in one transaction; or, if it throws, none of them. Of each entity
   * the highest version wins, be it here or stored; all others change nothing.
   *
   * <p>When this returns the events are stored for good, and a reader of {@link Editions} sees them
   * in every format.
   */
  public void apply(Collection<Arrival> arrivals) {
    Batch batch = Batch.of(arrivals);
    if (batch.isEmpty()) {
      return;
    }
    Applied applied = transactions.executeWrite(status -> applyIn(status.getConnection(), batch));
    applied.editions().forEach(cache::offer);
    bell.ring(batch.byConference().keySet());
    metrics.applied(applied.newer(), arrivals.size() - applied.newer().size());
  }

  private Applied applyIn(Connection connection, Batch batch) throws SQLException {
    SortedMap<String, ConferenceRow> locked = store.lock(connection, batch.byConference().keySet());
    List<Edition> before = new ArrayList<>();
    for (ConferenceRow row : locked.values()) {
      before.add(editions.locked(connection, row.head()));
    }
    List<Arrival> newer = store.apply(connection, locked, batch);
    SortedMap<String, List<Arrival>> newerOf = Batch.of(newer).byConference();
    List<Change> changes = new ArrayList<>();
    for (Edition edition : before) {
      List<Arrival> arrivals = newerOf.getOrDefault(edition.head().conference(), List.of());
      if (!arrivals.isEmpty()) {
        Change change = change(edition, arrivals);
        index(connection, change, arrivals);
        changes.add(change);
      }
    }
    return new Applied(newer, changes.isEmpty() ? List.of() : reviser.revise(connection, changes));
  }

  private void index(Connection connection, Change change, List<Arrival> newer)
      throws SQLException {
    String conference = change.after().head().conference();
    DigestDocument document = change.after().written().map(Digest::document).orElse(null);
    if (change.before().written().isEmpty()) {
      index.replace(connection, conference, document);
      return;
    }
    List<String> notes = new ArrayList<>();
    for (Arrival arrival : newer) {
      if (arrival.event() instanceof TalkReviewed reviewed) {
        notes.add(reviewed.note());
      }
    }
    index.update(connection, conference, document, notes);
  }

  private Change change(Edition before, List<Arrival> newer) {
    Head head = before.head().withState(before.head().stateVersion() + 1);
    Span render = spans.begin(Spans.Kind.INTERNAL, "render", newer.getLast().trace());
    Edition after =
        press.print(
            head,
            before
                .snapshot()
                .with(head.stateVersion(), newer.stream().map(Arrival::event).toList()),
            before);
    render.end();
    Map<String, Long> versions = new LinkedHashMap<>();
    newer.stream()
        .limit(DigestUpdated.MOST_CHANGES)
        .forEach(arrival -> versions.put(arrival.event().entity(), arrival.event().version()));
    Instant earliest =
        newer.stream().map(Arrival::committedAt).min(Comparator.naturalOrder()).orElseThrow();
    return new Change(before, after, versions, earliest, newer.getLast().trace());
  }
}
