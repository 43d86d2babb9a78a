package org.conferencedigest.notes.schedule;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conferencedigest.notes.schedule.programme.Identity;
import org.conferencedigest.notes.schedule.programme.Source;
import org.conferencedigest.notes.schedule.programme.Told;
import org.conferencedigest.notes.talk.TalkRepository;

/** Where it is kept what imports told of talks. */
@Singleton
final class OriginStore {

  private static final String ALL =
      "select talk, source, guid, id, code, slug, told from talk_source where conference = ?";

  private static final String WRITE =
      """
      insert into talk_source (conference, talk, source, guid, id, code, slug, told)
      values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))
      on conflict (conference, talk) do update set
        source = excluded.source,
        guid = excluded.guid,
        id = excluded.id,
        code = excluded.code,
        slug = excluded.slug,
        told = excluded.told
      """;

  private static final String FORGET =
      "delete from talk_source where conference = ? and talk = any (?)";

  private final JdbcOperations database;
  private final TalkRepository talks;
  private final ObjectMapper json;

  OriginStore(JdbcOperations database, TalkRepository talks, ObjectMapper json) {
    this.database = database;
    this.talks = talks;
    this.json = json;
  }

  /**
   * The talks of a conference with what is known of their origin; those too that were deleted by
   * hand after an import.
   */
  List<Known> all(String conference) {
    Map<String, Known.Origin> origins = origins(conference);
    return talks.rows(conference).stream()
        .map(row -> new Known(row, Optional.ofNullable(origins.get(row.slug()))))
        .filter(talk -> !talk.row().deleted() || talk.origin().isPresent())
        .toList();
  }

  private Map<String, Known.Origin> origins(String conference) {
    return database.prepareStatement(
        ALL,
        statement -> {
          statement.setString(1, conference);
          Map<String, Known.Origin> origins = new HashMap<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              Known.Origin origin = read(rows);
              origins.put(origin.talk(), origin);
            }
          }
          return origins;
        });
  }

  private Known.Origin read(ResultSet rows) throws SQLException {
    try {
      return new Known.Origin(
          rows.getString("talk"),
          Source.of(rows.getString("source")),
          new Identity(
              rows.getString("guid"),
              rows.getString("id"),
              rows.getString("code"),
              rows.getString("slug")),
          json.readValue(rows.getString("told"), Told.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps what was told, over what was told before. */
  void write(String conference, Collection<Known.Origin> origins) {
    if (origins.isEmpty()) {
      return;
    }
    database.<int[]>prepareStatement(
        WRITE,
        statement -> {
          for (Known.Origin origin : origins) {
            bind(statement, conference, origin);
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  private void bind(PreparedStatement statement, String conference, Known.Origin origin)
      throws SQLException {
    int i = 0;
    statement.setString(++i, conference);
    statement.setString(++i, origin.talk());
    statement.setString(++i, origin.source().word());
    statement.setString(++i, origin.identity().guid());
    statement.setString(++i, origin.identity().id());
    statement.setString(++i, origin.identity().code());
    statement.setString(++i, origin.identity().slug());
    try {
      statement.setString(++i, json.writeValueAsString(origin.told()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets where talks were from. */
  void forget(String conference, Collection<String> slugs) {
    if (slugs.isEmpty()) {
      return;
    }
    database.<Integer>prepareStatement(
        FORGET,
        statement -> {
          statement.setString(1, conference);
          statement.setArray(
              2, statement.getConnection().createArrayOf("text", new ArrayList<>(slugs).toArray()));
          return statement.executeUpdate();
        });
  }
}
