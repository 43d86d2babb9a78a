package org.conferencedigest.notes.writing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Supplier;
import org.conferencedigest.foundation.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Carries out writes: each in one transaction, with its events, or not at all. Counts them as
 * {@code notes.writes} by {@code kind} and {@code outcome}.
 */
@Singleton
public final class Writes {

  private static final int MOST_ATTEMPTS = 5;

  private final TransactionOperations<Connection> transactions;
  private final MeterRegistry meters;

  Writes(TransactionOperations<Connection> transactions, MeterRegistry meters) {
    this.transactions = transactions;
    this.meters = meters;
  }

  /**
   * Does the work in a transaction; does it again, in another one, if it lost a race.
   *
   * @param kind what is written: {@code note}, {@code talk}, {@code conference}, {@code content}
   * @param work everything that is read and written; it has no effect besides the database's
   */
  public <T> Written<T> write(String kind, Supplier<Written<T>> work) {
    String outcome = "failed";
    try {
      Written<T> written = attempt(work);
      outcome = written.outcome().name().toLowerCase(Locale.ROOT);
      return written;
    } catch (ProblemException refused) {
      outcome = "refused";
      throw refused;
    } finally {
      meters.counter("notes.writes", "kind", kind, "outcome", outcome).increment();
    }
  }

  private <T> Written<T> attempt(Supplier<Written<T>> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.executeWrite(transaction -> work.get());
      } catch (RuntimeException e) {
        if (attempt == MOST_ATTEMPTS || !isWorthAnotherAttempt(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isWorthAnotherAttempt(RuntimeException e) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof LostRaceException) {
        return true;
      }
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        // serialization_failure, deadlock_detected
        return sql.getSQLState().equals("40001") || sql.getSQLState().equals("40P01");
      }
    }
    return false;
  }
}
