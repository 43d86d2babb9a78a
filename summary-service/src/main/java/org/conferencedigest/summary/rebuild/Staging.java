package org.conferencedigest.summary.rebuild;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.summary.state.Arrival;
import org.conferencedigest.summary.state.Batch;
import org.conferencedigest.summary.state.Columns;

/** What a rebuild has read so far, beside the state that is served. */
@Singleton
final class Staging {

  private static final String ADD_CONFERENCES =
      """
      insert into rebuild_conference as s (rebuild, conference, version, body)
      select ?, * from unnest(?::text[], ?::bigint[], ?::bytea[])
      on conflict (rebuild, conference) do update
      set version = excluded.version, body = excluded.body where s.version < excluded.version
      """;

  private static final String ADD_NOTES =
      """
      insert into rebuild_note as s
        (rebuild, conference, note, version, body, source_partition, source_offset, retracted_at)
      select ?, * from unnest(?::text[], ?::text[], ?::bigint[], ?::bytea[], ?::int[], ?::bigint[],
        ?::timestamptz[])
      on conflict (rebuild, conference, note) do update
      set version = excluded.version, body = excluded.body,
          source_partition = excluded.source_partition, source_offset = excluded.source_offset,
          retracted_at = excluded.retracted_at
      where s.version < excluded.version
      """;

  private static final String CONFERENCES =
      """
      select conference from conference_state
      union select conference from rebuild_conference where rebuild = ?
      union select conference from rebuild_note where rebuild = ?
      order by 1
      """;

  private static final String REPLACE_CONFERENCE =
      """
      update conference_state c
      set version = coalesce(s.version, 0), body = s.body, changed_in = ?, replaced_in = ?
      from (select 1) one left join rebuild_conference s on s.rebuild = ? and s.conference = ?
      where c.conference = ?
      """;

  private static final String DROP_NOTES = "delete from note_state where conference = ?";

  private static final String REPLACE_NOTES =
      """
      insert into note_state
        (conference, note, version, body, changed_in, source_partition, source_offset, retracted_at)
      select conference, note, version, body, ?, source_partition, source_offset, retracted_at
      from rebuild_note where rebuild = ? and conference = ?
      """;

  /** Adds events; of each entity the highest version wins. */
  void add(Connection connection, long rebuild, Collection<Arrival> arrivals) throws SQLException {
    List<Arrival> conferences = new ArrayList<>();
    List<Arrival> notes = new ArrayList<>();
    for (List<Arrival> ofOne : Batch.of(arrivals).byConference().values()) {
      for (Arrival arrival : ofOne) {
        switch (arrival.event()) {
          case ConferenceChanged conference -> conferences.add(arrival);
          case TalkReviewed note -> notes.add(arrival);
        }
      }
    }
    Columns columns = new Columns(connection);
    try (PreparedStatement insert = connection.prepareStatement(ADD_CONFERENCES)) {
      insert.setLong(1, rebuild);
      insert.setArray(2, columns.of("text", conferences, a -> a.event().conference()));
      insert.setArray(3, columns.of("bigint", conferences, a -> a.event().version()));
      insert.setArray(4, columns.ofBytes(conferences, Arrival::bodyToKeep));
      insert.executeUpdate();
    }
    try (PreparedStatement insert = connection.prepareStatement(ADD_NOTES)) {
      insert.setLong(1, rebuild);
      insert.setArray(2, columns.of("text", notes, a -> a.event().conference()));
      insert.setArray(3, columns.of("text", notes, a -> ((TalkReviewed) a.event()).note()));
      insert.setArray(4, columns.of("bigint", notes, a -> a.event().version()));
      insert.setArray(5, columns.ofBytes(notes, Arrival::bodyToKeep));
      insert.setArray(6, columns.of("int", notes, Arrival::partition));
      insert.setArray(7, columns.of("bigint", notes, Arrival::offset));
      insert.setArray(8, columns.of("timestamptz", notes, Arrival::retractedAt));
      insert.executeUpdate();
    }
  }

  /** The conferences there are, here or where they are served from. */
  List<String> conferences(Connection connection, long rebuild) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CONFERENCES)) {
      select.setLong(1, rebuild);
      select.setLong(2, rebuild);
      ResultSet row = select.executeQuery();
      List<String> conferences = new ArrayList<>();
      while (row.next()) {
        conferences.add(row.getString(1));
      }
      return conferences;
    }
  }

  /** Puts what was read of a conference in the place of what is served. */
  void replace(Connection connection, long rebuild, String conference, long stateVersion)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(REPLACE_CONFERENCE)) {
      update.setLong(1, stateVersion);
      update.setLong(2, stateVersion);
      update.setLong(3, rebuild);
      update.setString(4, conference);
      update.setString(5, conference);
      update.executeUpdate();
    }
    try (PreparedStatement delete = connection.prepareStatement(DROP_NOTES)) {
      delete.setString(1, conference);
      delete.executeUpdate();
    }
    try (PreparedStatement insert = connection.prepareStatement(REPLACE_NOTES)) {
      insert.setLong(1, stateVersion);
      insert.setLong(2, rebuild);
      insert.setString(3, conference);
      insert.executeUpdate();
    }
  }

  /** Drops all that is staged, by whichever rebuild. */
  void clear(Connection connection) throws SQLException {
    try (PreparedStatement drop =
        connection.prepareStatement("truncate rebuild_conference, rebuild_note")) {
      drop.executeUpdate();
    }
  }
}
