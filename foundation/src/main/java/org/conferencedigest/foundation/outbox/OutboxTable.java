package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.sql.DataSource;

/** The relay's statements on the table of the outbox. Each is a transaction of its own. */
@Singleton
@Requires(property = "datasources.default.url")
final class OutboxTable {

  /**
   * Ids grow in commit order within a key only, since a key's writers lock its row first. Rows of
   * other keys may commit out of id order, so there is no cursor: what was sent is deleted, and
   * what is there is unsent.
   *
   * <p>The first rows of each lane by its index, then as many as the bytes allow, in turn from all
   * lanes: a lane with a long backlog costs the others nothing, and the first row is always among
   * them, however large.
   */
  private static final String NEXT =
      """
      select id, lane, topic, record_key, partition_key, headers, body, created_at
      from (
        select o.*, sum(octet_length(body)) over (order by place, lane) - octet_length(body) as before
        from unnest(?) wanted (number) cross join lateral (
          select *, row_number() over (order by id) as place
          from (
            select * from outbox
            where lane = wanted.number and set_aside_at is null
            order by id
            limit ?) first) o) o
      where before < ?
      order by place, lane
      """;

  private static final String LANES =
      """
      select lane from generate_series(0, ?) lane
      where exists (select from outbox o where o.lane = lane.lane and o.set_aside_at is null)
      """;

  /**
   * Deletes what was sent together with all older rows of the same keys, also those that were set
   * aside and those that an operator has replayed a moment ago. Sent later, they would take the
   * place of the newer ones. One statement, so that no crash leaves them without the newer ones.
   *
   * <p>A deletion that a crash of the database forgets is a duplicate: not worth waiting for its
   * disk.
   */
  private static final String DELETE_SENT =
      """
      with hasty as materialized (select set_config('synchronous_commit', 'off', true))
      delete from outbox o using hasty, unnest(?, ?, ?) sent (id, topic, record_key)
      where o.topic = sent.topic and o.record_key = sent.record_key and o.id <= sent.id
      """;

  private static final String SET_ASIDE =
      "update outbox set set_aside_at = clock_timestamp(), reason = ? where id = ?";

  private static final int LONGEST_REASON = 500;

  private final DataSource database;

  OutboxTable(DataSource database) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
  }

  /** Returns the next rows to send of those lanes; those of a lane are in order. */
  List<OutboxRow> next(BitSet lanes, int mostRows, int mostBytes) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(NEXT)) {
      select.setArray(1, connection.createArrayOf("smallint", lanes.stream().boxed().toArray()));
      select.setInt(2, Math.ceilDiv(mostRows, Math.max(1, lanes.cardinality())));
      select.setInt(3, mostBytes);
      try (ResultSet result = select.executeQuery()) {
        List<OutboxRow> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(
              new OutboxRow(
                  result.getLong(1),
                  result.getShort(2),
                  result.getString(3),
                  result.getString(4),
                  result.getString(5),
                  result.getString(6),
                  result.getBytes(7),
                  result.getObject(8, OffsetDateTime.class).toInstant()));
        }
        return rows;
      }
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

  /** Deletes those rows and all older ones of the same keys, in one transaction. */
  void deleteSent(List<OutboxRow> sent) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(DELETE_SENT)) {
      Array ids = connection.createArrayOf("bigint", sent.stream().map(OutboxRow::id).toArray());
      delete.setArray(1, ids);
      delete.setArray(
          2, connection.createArrayOf("text", sent.stream().map(OutboxRow::topic).toArray()));
      delete.setArray(
          3, connection.createArrayOf("text", sent.stream().map(OutboxRow::key).toArray()));
      delete.executeUpdate();
    }
  }

  void setAside(long id, String reason) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(SET_ASIDE)) {
      update.setString(1, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
      update.setLong(2, id);
      update.executeUpdate();
    }
  }
}
