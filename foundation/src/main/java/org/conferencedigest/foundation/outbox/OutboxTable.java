package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The statements on the table of the outbox. Each is a transaction of its own. */
@Singleton
@Requires(property = "datasources.default.url")
final class OutboxTable {

  /**
   * Ids grow in commit order within a key only, since a key's writers lock its row first. Rows of
   * other keys may commit out of id order, so there is no cursor: what was sent is deleted, and
   * what is there is unsent.
   */
  private static final String NEXT =
      """
      select id, lane, topic, record_key, partition_key, headers, body
      from (
        select *, sum(octet_length(body)) over (order by id) - octet_length(body) as bytes_before
        from (
          select * from outbox
          where lane = any (?) and set_aside_at is null
          order by id
          limit ?) rows) rows
      where bytes_before < ?
      order by id
      """;

  private static final String LANES =
      """
      select lane from generate_series(0, ?) lane
      where exists (select from outbox o where o.lane = lane.lane and o.set_aside_at is null)
      """;

  private static final String DELETE = "delete from outbox where id = any (?)";

  private static final String SET_ASIDE =
      "update outbox set set_aside_at = clock_timestamp(), reason = ? where id = ?";

  private static final String BACKLOG =
      """
      select count(*) filter (where set_aside_at is null),
             count(*) filter (where set_aside_at is not null),
             coalesce(extract(epoch from clock_timestamp()
               - min(created_at) filter (where set_aside_at is null)), 0)
      from outbox
      """;

  private static final Argument<Map<String, String>> HEADERS =
      Argument.mapOf(String.class, String.class);

  private final DataSource database;
  private final ObjectMapper json;

  OutboxTable(DataSource database, ObjectMapper json) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
    this.json = json;
  }

  /** How much waits. */
  record Backlog(long rows, long setAside, Duration age) {}

  List<OutboxRow> next(BitSet lanes, int mostRows, int mostBytes) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(NEXT)) {
      select.setArray(1, array(connection, lanes));
      select.setInt(2, mostRows);
      select.setInt(3, mostBytes);
      try (ResultSet result = select.executeQuery()) {
        List<OutboxRow> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(row(result));
        }
        return rows;
      }
    }
  }

  private OutboxRow row(ResultSet result) throws SQLException {
    try {
      return new OutboxRow(
          result.getLong(1),
          result.getShort(2),
          result.getString(3),
          result.getString(4),
          result.getString(5),
          json.readValue(result.getString(6), HEADERS),
          result.getBytes(7));
    } catch (IOException e) {
      throw new SQLException("headers of the outbox that are no map of texts", e);
    }
  }

  /** The lanes in which something waits. */
  BitSet lanesWithWork() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(LANES)) {
      select.setInt(1, Lane.COUNT - 1);
      try (ResultSet result = select.executeQuery()) {
        BitSet lanes = new BitSet(Lane.COUNT);
        while (result.next()) {
          lanes.set(result.getInt(1));
        }
        return lanes;
      }
    }
  }

  void delete(Collection<Long> ids) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      delete.executeUpdate();
    }
  }

  void setAside(long id, String reason) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(SET_ASIDE)) {
      update.setString(1, reason);
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  Backlog backlog() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(BACKLOG);
        ResultSet result = select.executeQuery()) {
      result.next();
      return new Backlog(
          result.getLong(1),
          result.getLong(2),
          Duration.ofMillis((long) (result.getDouble(3) * 1_000)));
    }
  }

  private static Array array(Connection connection, BitSet lanes) throws SQLException {
    return connection.createArrayOf("smallint", lanes.stream().boxed().toArray());
  }
}
