package org.conferencedigest.notes.republishing;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Lets one republication run at a time, among all instances; a crash lets go of it. */
@Singleton
final class RepublishLock {

  // Any number that nothing else in this database locks; conferences' locks are hashes.
  private static final int FIRST = 724_311;
  private static final int SECOND = 890_522;

  private static final String TRY = "select pg_try_advisory_lock(?, ?)";
  private static final String RELEASE = "select pg_advisory_unlock(?, ?)";
  private static final int ANSWER_SECONDS = 5;

  private final DataSource database;

  RepublishLock(DataSource database) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
  }

  /** The lock, held until it is closed or its connection is lost; empty if another holds it. */
  Optional<Held> tryToHold() {
    try {
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
    } catch (SQLException e) {
      throw new IllegalStateException("the lock of republications cannot be asked for", e);
    }
  }

  boolean isHeldBySomeone() {
    Optional<Held> held = tryToHold();
    held.ifPresent(Held::close);
    return held.isEmpty();
  }

  private static boolean ask(Connection connection, String question) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(question)) {
      select.setInt(1, FIRST);
      select.setInt(2, SECOND);
      try (ResultSet answer = select.executeQuery()) {
        answer.next();
        return answer.getBoolean(1);
      }
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
     * @throws IllegalStateException if the connection is lost, and so is the lock
     */
    void require() {
      try {
        if (!connection.isValid(ANSWER_SECONDS)) {
          throw new IllegalStateException("the connection that held the lock is lost");
        }
      } catch (SQLException e) {
        throw new IllegalStateException("the lock cannot be looked at", e);
      }
    }

    @Override
    public void close() {
      try (connection) {
        ask(connection, RELEASE);
      } catch (SQLException e) {
        throw new IllegalStateException("the lock could not be given back", e);
      }
    }
  }
}
