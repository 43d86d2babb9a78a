package org.conferencedigest.notes;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conferencedigest.embedded.Database;

/** What a service's database holds. */
public final class Stored {

  private Stored() {}

  /** An event on its way. */
  public record Event(long id, String topic, String key, String headers, String body) {}

  /** The events of the outbox, in their order. */
  public static List<Event> events(Database database) {
    List<Event> events = new ArrayList<>();
    query(
        database,
        "select id, topic, record_key, headers::text, body from outbox order by id",
        rows ->
            events.add(
                new Event(
                    rows.getLong(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    new String(rows.getBytes(5), java.nio.charset.StandardCharsets.UTF_8))));
    return events;
  }

  /** The single number a query gives. */
  public static long number(Database database, String sql) {
    List<Long> numbers = new ArrayList<>();
    query(database, sql, rows -> numbers.add(rows.getLong(1)));
    return numbers.getFirst();
  }

  /** What is done with each row. */
  public interface Row {
    void read(ResultSet rows) throws SQLException;
  }

  public static void query(Database database, String sql, Row row) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        row.read(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Reads an event's body as JSON. */
  public static Map<?, ?> json(Event event) {
    try {
      return (Map<?, ?>)
          io.micronaut.serde.ObjectMapper.getDefault().readValue(event.body(), Object.class);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
