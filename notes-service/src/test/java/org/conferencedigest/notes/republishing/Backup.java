package org.conferencedigest.notes.republishing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conferencedigest.embedded.Database;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What a database held at some time, as {@code pg_dump} would have kept it. */
record Backup(Map<String, byte[]> tables) {

  private static final List<String> TABLES =
      List.of("conference", "talk", "talk_source", "note", "note_revision", "outbox");

  static Backup of(Database database) {
    Map<String, byte[]> tables = new LinkedHashMap<>();
    with(
        database,
        connection -> {
          CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
          for (String table : TABLES) {
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            copy.copyOut("copy " + table + " to stdout", rows);
            tables.put(table, rows.toByteArray());
          }
        });
    return new Backup(tables);
  }

  void restore(Database database) {
    with(
        database,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("truncate " + String.join(", ", TABLES));
          }
          CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
          for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            copy.copyIn(
                "copy " + table.getKey() + " from stdin",
                new ByteArrayInputStream(table.getValue()));
          }
        });
  }

  private interface Work {
    void on(Connection connection) throws SQLException, IOException;
  }

  private static void with(Database database, Work work) {
    try (Connection connection = database.connect()) {
      work.on(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
