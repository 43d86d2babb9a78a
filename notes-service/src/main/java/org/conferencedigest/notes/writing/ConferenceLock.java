package org.conferencedigest.notes.writing;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

/**
 * The lock of a conference, held to the end of the transaction. Who writes a single note shares it;
 * who writes what notes depend on (the conference, a talk, a whole folder) has it alone. So the
 * talks that a note's event carries are the latest, and a deleted conference gets no new notes.
 *
 * <p>It is an advisory lock: sharing it writes nothing, and who waits for it is not passed by.
 */
@Singleton
public final class ConferenceLock {

  /** Takes the lock together with others; its parameter is the conference's slug. */
  public static final String SHARED = "select pg_advisory_xact_lock_shared(hashtextextended(?, 0))";

  private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

  private final JdbcOperations database;

  ConferenceLock(JdbcOperations database) {
    this.database = database;
  }

  /** Takes the lock alone. To be the transaction's first statement: later ones see the latest. */
  public void alone(String conference) {
    database.<Boolean>prepareStatement(
        ALONE,
        statement -> {
          statement.setString(1, conference);
          return statement.execute();
        });
  }
}
