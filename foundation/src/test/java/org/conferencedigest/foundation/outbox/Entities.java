package org.conferencedigest.foundation.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.conferencedigest.embedded.Database;

/** A service in small: entities with versions, each change an event in the same transaction. */
record Entities(TransactionOperations<Connection> transactions, Outbox outbox, String topic) {

  static void createTables(Database database) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table entity (key text primary key, version bigint not null);
          create table outbox (
            id bigint generated always as identity primary key,
            lane smallint not null, topic text not null, record_key text not null,
            partition_key text not null, headers jsonb not null, body bytea not null,
            created_at timestamptz not null, set_aside_at timestamptz, reason text);
          create index outbox_lane on outbox (lane, id) where set_aside_at is null;
          create index outbox_set_aside on outbox (id) where set_aside_at is not null;
          create index outbox_key on outbox (record_key, id);
          create table outbox_lease (
            lane smallint primary key, owner text, expires_at timestamptz not null)
          """);
    }
  }

  /** Changes an entity, as a write of a note does: its row is locked before the event is added. */
  void change(String conference, String name, int padding) {
    String key = conference + "/" + name;
    transactions.executeWrite(
        status -> {
          long version = nextVersion(status.getConnection(), key);
          outbox.append(
              new OutboxMessage(
                  topic,
                  key,
                  conference,
                  Map.of("ce_id", key + "/" + version),
                  (version + "x".repeat(padding)).getBytes(UTF_8)));
          return version;
        });
  }

  private static long nextVersion(Connection connection, String key) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into entity values (?, 1)
            on conflict (key) do update set version = entity.version + 1
            returning version
            """)) {
      upsert.setString(1, key);
      try (ResultSet result = upsert.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  /** The version of each entity in the database. */
  static Map<String, Long> versions(Database database) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select key, version from entity")) {
      Map<String, Long> versions = new TreeMap<>();
      while (result.next()) {
        versions.put(result.getString(1), result.getLong(2));
      }
      return versions;
    }
  }

  static long count(Database database, String query) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
