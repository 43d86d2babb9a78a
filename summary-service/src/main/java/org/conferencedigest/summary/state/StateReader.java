package org.conferencedigest.summary.state;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestEvent;
import org.conferencedigest.events.TalkReviewed;

/** Reads what is stored. */
@Singleton
public final class StateReader {

  // One statement, so that head and notes are of one moment.
  private static final String CHANGES =
      """
      with c as (select * from conference_state where conference = ?),
           s as (select case when replaced_in > ? then -1 else ? end as since from c)
      select c.conference, null as note, c.state_version, c.revision, c.revised_at, c.etags,
             c.version, case when c.changed_in > s.since then c.body end as body,
             c.changed_in > s.since as changed, s.since < 0 as whole, null as retracted_at
      from c, s
      union all
      select n.conference, n.note, null, null, null, null, n.version, n.body, true, null, n.retracted_at
      from note_state n, s where n.conference = ? and n.changed_in > s.since
      """;

  private static final String VERSIONS =
      """
      select null as note, version from conference_state where conference = ?
      union all
      select note, version from note_state where conference = ? and note = any (?)
      """;

  private static final String NOTES = TalkReviewed.entity("");

  private final TransactionOperations<Connection> transactions;
  private final HeadRows heads;
  private final StoredEvents events;

  StateReader(TransactionOperations<Connection> transactions, HeadRows heads, StoredEvents events) {
    this.transactions = transactions;
    this.heads = heads;
    this.events = events;
  }

  /**
   * What changed after a snapshot was made, at one query; empty if nothing is known of the
   * conference.
   *
   * @param stateVersion the snapshot's; 0 for all there is
   */
  public Optional<Changes> changesSince(String conference, long stateVersion) {
    return transactions.executeRead(
        status -> changesSince(status.getConnection(), conference, stateVersion));
  }

  /** As {@link #changesSince(String, long)}, within the caller's transaction. */
  public Optional<Changes> changesSince(Connection connection, String conference, long stateVersion)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CHANGES)) {
      select.setString(1, conference);
      select.setLong(2, stateVersion);
      select.setLong(3, stateVersion == 0 ? -1 : stateVersion);
      select.setString(4, conference);
      return read(select.executeQuery());
    }
  }

  private Optional<Changes> read(ResultSet row) throws SQLException {
    Head head = null;
    boolean whole = false;
    List<DigestEvent> changed = new ArrayList<>();
    while (row.next()) {
      String conference = row.getString("conference");
      String note = row.getString("note");
      long version = row.getLong("version");
      byte[] body = row.getBytes("body");
      if (note != null) {
        OffsetDateTime retracted = row.getObject("retracted_at", OffsetDateTime.class);
        changed.add(
            events.note(
                conference, note, version, body, retracted == null ? null : retracted.toInstant()));
        continue;
      }
      head = heads.read(row);
      whole = row.getBoolean("whole");
      ConferenceChanged event =
          row.getBoolean("changed") ? events.conference(conference, version, body) : null;
      if (event != null) {
        changed.add(event);
      }
    }
    return head == null ? Optional.empty() : Optional.of(new Changes(head, whole, changed));
  }

  /**
   * The versions applied of entities of a conference; those are absent of which nothing came yet.
   */
  public Map<String, Long> versions(String conference, Collection<String> entities) {
    String[] notes =
        entities.stream()
            .filter(entity -> entity.startsWith(NOTES))
            .map(entity -> entity.substring(NOTES.length()))
            .toArray(String[]::new);
    return transactions.executeRead(
        status -> {
          Connection connection = status.getConnection();
          Map<String, Long> versions = new HashMap<>();
          try (PreparedStatement select = connection.prepareStatement(VERSIONS)) {
            select.setString(1, conference);
            select.setString(2, conference);
            select.setArray(3, connection.createArrayOf("text", notes));
            ResultSet row = select.executeQuery();
            while (row.next()) {
              String note = row.getString("note");
              versions.put(
                  note == null ? ConferenceChanged.ENTITY : TalkReviewed.entity(note),
                  row.getLong("version"));
            }
          }
          return versions;
        });
  }
}
