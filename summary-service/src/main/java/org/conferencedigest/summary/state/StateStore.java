package org.conferencedigest.summary.state;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.TalkReviewed;
import org.jspecify.annotations.Nullable;

/** Writes what events tell, within the caller's transaction. */
@Singleton
public final class StateStore {

  private static final String LOCK =
      """
      select conference, state_version, revision, revised_at, etags, version
      from conference_state where conference = any (?) order by conference for update
      """;

  private static final String ADD =
      """
      insert into conference_state (conference)
      select unnest(?::text[]) order by 1 on conflict do nothing
      """;

  private static final String APPLY_NOTES =
      """
      insert into note_state as n
        (conference, note, version, body, changed_in, source_partition, source_offset, retracted_at)
      select * from unnest(?::text[], ?::text[], ?::bigint[], ?::bytea[], ?::bigint[], ?::int[], ?::bigint[],
        ?::timestamptz[])
      on conflict (conference, note) do update
      set version = excluded.version, body = excluded.body, changed_in = excluded.changed_in,
          source_partition = excluded.source_partition, source_offset = excluded.source_offset,
          retracted_at = excluded.retracted_at
      where n.version < excluded.version
      returning n.conference, n.note
      """;

  private static final String SAVE_CONFERENCE =
      """
      update conference_state set version = ?, body = ?, changed_in = ? where conference = ?
      """;

  private static final String SAVE_HEADS =
      """
      update conference_state c
      set state_version = h.state_version, revision = h.revision, revised_at = h.revised_at,
          etags = h.etags
      from unnest(?::text[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::text[])
        as h (conference, state_version, revision, revised_at, etags)
      where c.conference = h.conference
      """;

  private final HeadRows heads;

  StateStore(HeadRows heads) {
    this.heads = heads;
  }

  /**
   * Locks conferences until the transaction ends, in an order that is the same for all, and makes
   * those that were not there.
   */
  public SortedMap<String, ConferenceRow> lock(
      Connection connection, Collection<String> conferences) throws SQLException {
    String[] names = conferences.toArray(String[]::new);
    SortedMap<String, ConferenceRow> rows = lock(connection, names);
    if (rows.size() < names.length) {
      try (PreparedStatement add = connection.prepareStatement(ADD)) {
        add.setArray(1, connection.createArrayOf("text", names));
        add.executeUpdate();
      }
      rows = lock(connection, names);
    }
    return rows;
  }

  private SortedMap<String, ConferenceRow> lock(Connection connection, String[] names)
      throws SQLException {
    SortedMap<String, ConferenceRow> rows = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setArray(1, connection.createArrayOf("text", names));
      ResultSet result = select.executeQuery();
      while (result.next()) {
        Head head = heads.read(result);
        rows.put(head.conference(), new ConferenceRow(head, result.getLong("version")));
      }
    }
    return rows;
  }

  /**
   * Stores the events that are newer than what is stored of their entities.
   *
   * @param locked the rows of all their conferences, locked
   * @return those that were newer; the state version of their conferences is now one higher, which
   *     {@link #save} must say
   */
  public List<Arrival> apply(Connection connection, Map<String, ConferenceRow> locked, Batch batch)
      throws SQLException {
    List<Arrival> notes = new ArrayList<>();
    List<Arrival> newer = new ArrayList<>();
    for (List<Arrival> arrivals : batch.byConference().values()) {
      for (Arrival arrival : arrivals) {
        switch (arrival.event()) {
          case TalkReviewed note -> notes.add(arrival);
          case ConferenceChanged changed -> {
            ConferenceRow row = row(locked, changed.conference());
            if (row.isOlderThan(changed)) {
              save(connection, row.head(), arrival);
              newer.add(arrival);
            }
          }
        }
      }
    }
    newer.addAll(applyNotes(connection, locked, notes));
    return newer;
  }

  private static void save(Connection connection, Head head, Arrival arrival) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(SAVE_CONFERENCE)) {
      update.setLong(1, arrival.event().version());
      update.setBytes(2, arrival.bodyToKeep());
      update.setLong(3, head.stateVersion() + 1);
      update.setString(4, head.conference());
      update.executeUpdate();
    }
  }

  private static List<Arrival> applyNotes(
      Connection connection, Map<String, ConferenceRow> locked, List<Arrival> notes)
      throws SQLException {
    if (notes.isEmpty()) {
      return List.of();
    }
    Columns columns = new Columns(connection);
    Set<EntityKey> newer = new HashSet<>();
    try (PreparedStatement upsert = connection.prepareStatement(APPLY_NOTES)) {
      upsert.setArray(1, columns.of("text", notes, a -> a.event().conference()));
      upsert.setArray(2, columns.of("text", notes, a -> ((TalkReviewed) a.event()).note()));
      upsert.setArray(3, columns.of("bigint", notes, a -> a.event().version()));
      upsert.setArray(4, columns.ofBytes(notes, Arrival::bodyToKeep));
      upsert.setArray(
          5,
          columns.of(
              "bigint", notes, a -> row(locked, a.event().conference()).head().stateVersion() + 1));
      upsert.setArray(6, columns.of("int", notes, Arrival::partition));
      upsert.setArray(7, columns.of("bigint", notes, Arrival::offset));
      upsert.setArray(8, columns.of("timestamptz", notes, Arrival::retractedAt));
      ResultSet result = upsert.executeQuery();
      while (result.next()) {
        newer.add(new EntityKey(result.getString(1), TalkReviewed.entity(result.getString(2))));
      }
    }
    return notes.stream().filter(arrival -> newer.contains(arrival.key())).toList();
  }

  /** Stores how far conferences have come. */
  public void save(Connection connection, List<Head> changed) throws SQLException {
    Columns columns = new Columns(connection);
    try (PreparedStatement update = connection.prepareStatement(SAVE_HEADS)) {
      update.setArray(1, columns.of("text", changed, Head::conference));
      update.setArray(2, columns.of("bigint", changed, Head::stateVersion));
      update.setArray(3, columns.of("bigint", changed, Head::revision));
      update.setArray(
          4,
          columns.of(
              "timestamptz",
              changed,
              head -> head.revisedAt() == null ? null : head.revisedAt().atOffset(ZoneOffset.UTC)));
      update.setArray(5, columns.of("text", changed, heads::etags));
      update.executeUpdate();
    }
  }

  private static ConferenceRow row(Map<String, ConferenceRow> locked, String conference) {
    @Nullable ConferenceRow row = locked.get(conference);
    if (row == null) {
      throw new IllegalStateException("a conference was not locked");
    }
    return row;
  }
}
