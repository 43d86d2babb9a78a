package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What an operator asks of the outbox and does with rows that were set aside. */
@Singleton
@Requires(property = "datasources.default.url")
final class OutboxDesk {

  private static final String BACKLOG =
      """
      select
        (select count(*) from
          (select from outbox where set_aside_at is null limit ?) waiting),
        (select count(*) from
          (select from outbox where set_aside_at is not null limit ?) aside),
        (select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)
         from generate_series(0, ?) lane cross join lateral (
           select created_at from outbox o
           where o.lane = lane.lane and set_aside_at is null
           order by id limit 1) oldest)
      """;

  private static final String LIST =
      """
      select id, topic, record_key, octet_length(body), created_at, set_aside_at, reason
      from outbox where set_aside_at is not null and id > ?
      order by id limit ?
      """;

  private static final String REPLAY =
      """
      update outbox set set_aside_at = null, reason = null
      where set_aside_at is not null and (?::bigint is null or id = ?)
      returning lane
      """;

  private static final String DISCARD =
      "delete from outbox where set_aside_at is not null and id = ?";

  private final DataSource database;
  private final Relay relay;

  OutboxDesk(DataSource database, Relay relay) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
    this.relay = relay;
  }

  /**
   * How much waits, and how much is set aside.
   *
   * @param mostCounted rows are counted up to this number
   */
  Backlog backlog(int mostCounted) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(BACKLOG)) {
      select.setInt(1, mostCounted);
      select.setInt(2, mostCounted);
      select.setInt(3, Lane.COUNT - 1);
      try (ResultSet result = select.executeQuery()) {
        result.next();
        return new Backlog(
            result.getLong(1),
            result.getLong(2),
            Duration.ofMillis((long) (result.getDouble(3) * 1_000)));
      }
    }
  }

  /** Rows that were set aside, in the order of their ids, from behind that one on. */
  List<SetAsideRow> setAside(long after, int limit) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(LIST)) {
      select.setLong(1, after);
      select.setInt(2, limit);
      try (ResultSet result = select.executeQuery()) {
        List<SetAsideRow> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(
              new SetAsideRow(
                  result.getLong(1),
                  result.getString(2),
                  result.getString(3),
                  result.getLong(4),
                  result.getObject(5, OffsetDateTime.class).toInstant(),
                  result.getObject(6, OffsetDateTime.class).toInstant(),
                  String.valueOf(result.getString(7))));
        }
        return rows;
      }
    }
  }

  /**
   * Lets rows be sent again.
   *
   * @param id of one that is set aside; null for all
   * @return how many there were
   */
  int replay(@Nullable Long id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(REPLAY)) {
      update.setObject(1, id);
      update.setObject(2, id);
      BitSet lanes = new BitSet(Lane.COUNT);
      int rows = 0;
      try (ResultSet result = update.executeQuery()) {
        while (result.next()) {
          lanes.set(result.getInt(1));
          rows++;
        }
      }
      relay.wake(lanes);
      return rows;
    }
  }

  /** Deletes a row that is set aside; false if there is no such row. */
  boolean discard(long id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(DISCARD)) {
      delete.setLong(1, id);
      return delete.executeUpdate() > 0;
    }
  }
}
