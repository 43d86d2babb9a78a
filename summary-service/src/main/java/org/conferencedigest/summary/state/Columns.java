package org.conferencedigest.summary.state;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns rows into the arrays of columns that {@code unnest} takes. */
public record Columns(Connection connection) {

  public <T> Array of(String type, List<T> rows, Function<T, @Nullable Object> column)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(column).toArray());
  }

  /** As {@link #of}, of type {@code bytea}. */
  public <T> Array ofBytes(List<T> rows, Function<T, byte @Nullable []> column)
      throws SQLException {
    return connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new));
  }
}
