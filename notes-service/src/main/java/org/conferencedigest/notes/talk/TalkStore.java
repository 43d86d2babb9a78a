package org.conferencedigest.notes.talk;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Where many talks are written at once. */
@Singleton
public final class TalkStore {

  private static final String WRITE =
      """
      insert into talk (
        conference, slug, title, kind, starts_at, minutes, room, track, summary, cancelled,
        speakers, links, deleted, revision, updated_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?)
      on conflict (conference, slug) do update set
        title = excluded.title,
        kind = excluded.kind,
        starts_at = excluded.starts_at,
        minutes = excluded.minutes,
        room = excluded.room,
        track = excluded.track,
        summary = excluded.summary,
        cancelled = excluded.cancelled,
        speakers = excluded.speakers,
        links = excluded.links,
        deleted = excluded.deleted,
        revision = excluded.revision,
        updated_at = excluded.updated_at
      """;

  private final JdbcOperations database;
  private final TalkRepository repository;
  private final ObjectMapper json;

  TalkStore(JdbcOperations database, TalkRepository repository, ObjectMapper json) {
    this.database = database;
    this.repository = repository;
    this.json = json;
  }

  /** Forgets what imports told of the talks of a conference. */
  public void forgetSources(String conference) {
    database.<Integer>prepareStatement(
        "delete from talk_source where conference = ?",
        statement -> {
          statement.setString(1, conference);
          return statement.executeUpdate();
        });
  }

  /** How many talks a conference has, deleted ones included. */
  public long count(String conference) {
    return repository.count(conference);
  }

  /** The revision of each talk of a conference, deleted ones included. */
  public Map<String, Long> revisions(String conference) {
    return database.prepareStatement(
        "select slug, revision from talk where conference = ?",
        statement -> {
          statement.setString(1, conference);
          Map<String, Long> revisions = new HashMap<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              revisions.put(rows.getString(1), rows.getLong(2));
            }
          }
          return revisions;
        });
  }

  /** Writes talks over what was there, in the current transaction, which holds the lock alone. */
  public void write(Collection<TalkRow> talks) {
    if (talks.isEmpty()) {
      return;
    }
    database.<int[]>prepareStatement(
        WRITE,
        statement -> {
          for (TalkRow talk : talks) {
            bind(statement, talk);
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  private void bind(PreparedStatement statement, TalkRow talk) throws SQLException {
    int i = 0;
    statement.setString(++i, talk.conference());
    statement.setString(++i, talk.slug());
    statement.setString(++i, talk.title());
    statement.setString(++i, talk.kind());
    statement.setObject(++i, talk.startsAt(), Types.TIMESTAMP);
    statement.setObject(++i, talk.minutes(), Types.INTEGER);
    statement.setString(++i, talk.room());
    statement.setString(++i, talk.track());
    statement.setString(++i, talk.summary());
    statement.setBoolean(++i, talk.cancelled());
    statement.setString(++i, written(talk.speakers()));
    statement.setString(++i, written(talk.links()));
    statement.setBoolean(++i, talk.deleted());
    statement.setLong(++i, talk.revision());
    statement.setObject(++i, talk.updatedAt().atOffset(ZoneOffset.UTC));
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
