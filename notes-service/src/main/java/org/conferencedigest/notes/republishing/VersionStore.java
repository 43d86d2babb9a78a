package org.conferencedigest.notes.republishing;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the run in hand has found on the topics: in the database, for it may be much. */
@Singleton
final class VersionStore {

  // The last of a batch wins within it, the highest version beyond it.
  private static final String ADD =
      """
      insert into republication_version as v (conference, note, version, live, author, title)
      select * from unnest(?::text[], ?::text[], ?::bigint[], ?::boolean[], ?::text[], ?::text[])
      on conflict (conference, note) do update
      set version = excluded.version, live = excluded.live, author = excluded.author,
          title = excluded.title
      where v.version < excluded.version
      """;

  private static final String CONFERENCES =
      """
      select slug from conference where ?::text is null or slug = ?
      union select conference from republication_version where ?::text is null or conference = ?
      order by 1
      """;

  private final TransactionOperations<Connection> transactions;

  VersionStore(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  void clear() {
    transactions.executeWrite(
        status -> {
          try (PreparedStatement truncate =
              status.getConnection().prepareStatement("truncate republication_version")) {
            return truncate.executeUpdate();
          }
        });
  }

  /** Adds what topics say; of each entity the highest version stays. */
  void add(Collection<TopicVersion> found) {
    List<TopicVersion> highest = highest(found);
    transactions.executeWrite(
        status -> {
          Connection connection = status.getConnection();
          try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            array(connection, insert, 1, "text", highest, TopicVersion::conference);
            array(connection, insert, 2, "text", highest, TopicVersion::note);
            array(connection, insert, 3, "bigint", highest, TopicVersion::version);
            array(connection, insert, 4, "boolean", highest, TopicVersion::live);
            array(connection, insert, 5, "text", highest, TopicVersion::author);
            array(connection, insert, 6, "text", highest, TopicVersion::title);
            return insert.executeUpdate();
          }
        });
  }

  /** The conferences there are, here or on the topics; of these the wanted one alone, if any is. */
  List<String> conferences(@Nullable String only) {
    return transactions.executeRead(
        status -> {
          try (PreparedStatement select = status.getConnection().prepareStatement(CONFERENCES)) {
            for (int i = 1; i <= 4; i++) {
              select.setString(i, only);
            }
            List<String> slugs = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                slugs.add(rows.getString(1));
              }
            }
            return slugs;
          }
        });
  }

  // One statement may not touch a row twice.
  private static List<TopicVersion> highest(Collection<TopicVersion> found) {
    record Entity(String conference, String note) {}
    Map<Entity, TopicVersion> highest = new HashMap<>();
    for (TopicVersion version : found) {
      highest.merge(
          new Entity(version.conference(), version.note()),
          version,
          (one, other) -> one.version() < other.version() ? other : one);
    }
    return List.copyOf(highest.values());
  }

  /** What one column is filled with. */
  private interface Value {
    @Nullable Object of(TopicVersion version);
  }

  private static void array(
      Connection connection,
      PreparedStatement statement,
      int index,
      String type,
      List<TopicVersion> versions,
      Value value)
      throws SQLException {
    @Nullable Object[] values = new Object[versions.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.of(versions.get(i));
    }
    statement.setArray(index, connection.createArrayOf(type, values));
  }
}
