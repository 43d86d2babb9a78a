package org.conferencedigest.summary.rebuild;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Lets one rebuild run at a time, among all instances; a crash lets go of it. */
@Singleton
final class RebuildLock {

  // Any number that nothing else in this database locks.
  private static final long KEY = 7_243_118_905_221L;

  private static final String TRY = "select pg_try_advisory_lock(?)";
  private static final String RELEASE = "select pg_advisory_unlock(?)";

  private final DataSource database;

  RebuildLock(DataSource database) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
  }

  /** The lock, held until it is closed or its connection is lost; empty if another holds it. */
  Optional<Held> tryToHold() throws SQLException {
    Connection connection = database.getConnection();
    try {
      if (ask(connection, TRY)) {
        return Optional.of(new Held(connection));
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    connection.close();
    return Optional.empty();
  }

  boolean isHeldBySomeone() throws SQLException {
    Optional<Held> held = tryToHold();
    if (held.isPresent()) {
      held.get().close();
    }
    return held.isEmpty();
  }

  private static boolean ask(Connection connection, String question) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(question)) {
      select.setLong(1, KEY);
      ResultSet answer = select.executeQuery();
      answer.next();
      return answer.getBoolean(1);
    }
  }

  /** The lock, while it is held. */
  static final class Held implements AutoCloseable {

    private final Connection connection;

    private Held(Connection connection) {
      this.connection = connection;
    }

    /**
     * Holds if nobody else can have got the lock.
     *
     * @throws SQLException if the connection is lost, and so is the lock
     */
    void require() throws SQLException {
      if (!connection.isValid(5)) {
        throw new SQLException("the connection that held the rebuild's lock is lost", "08006");
      }
    }

    @Override
    public void close() throws SQLException {
      try (connection) {
        ask(connection, RELEASE);
      }
    }
  }
}
