package org.conferencedigest.summary.intake;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.transaction.exceptions.TransactionException;
import java.sql.SQLException;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass from those that will not. */
final class Failures {

  /**
   * Classes of SQLSTATE (PostgreSQL documentation, appendix A) that blame the data: data exception,
   * integrity constraint violation, program limit exceeded. All others (a connection lost, a server
   * starting, stopping, full, read-only or without its schema) pass, be it with an operator's help.
   */
  private static final Set<String> BLAMES_THE_DATA = Set.of("22", "23", "54");

  private Failures() {}

  /** What is known of a failure. */
  enum Kind {
    /** It passes, be it with an operator's help: one waits for as long as it takes. */
    PASSING,
    /** The record is surely at fault: doing the same again would fail again. */
    LASTING,
    /**
     * Nobody foresaw it. A mistake of ours that one release brings and the next takes away would
     * hit good records, too, so that it is waited for; but not for ever, lest one record stop all.
     */
    UNKNOWN
  }

  static Kind kindOf(Throwable failure) {
    SQLException sql = find(SQLException.class, failure);
    if (sql != null) {
      String state = sql.getSQLState();
      return state != null && state.length() == 5 && BLAMES_THE_DATA.contains(state.substring(0, 2))
          ? Kind.LASTING
          : Kind.PASSING;
    }
    if (find(TransactionException.class, failure) != null
        || find(ConnectionException.class, failure) != null
        || find(KafkaException.class, failure) != null) {
      return Kind.PASSING;
    }
    return failure instanceof RuntimeException || failure instanceof StackOverflowError
        ? Kind.UNKNOWN
        : Kind.PASSING;
  }

  /** A failure that makes a dead letter in a few words, without what it says of the data. */
  static String describe(Throwable failure) {
    SQLException sql = find(SQLException.class, failure);
    return "cannot be applied: "
        + (sql == null ? failure.getClass().getSimpleName() : "SQLSTATE " + sql.getSQLState());
  }

  /** Any failure in a few words: its kind, and that of its innermost cause. */
  static String inShort(Throwable failure) {
    SQLException sql = find(SQLException.class, failure);
    if (sql != null && sql.getSQLState() != null) {
      return "SQLSTATE " + sql.getSQLState();
    }
    Throwable cause = failure.getCause();
    return cause == null
        ? failure.getClass().getSimpleName()
        : failure.getClass().getSimpleName() + " by " + cause.getClass().getSimpleName();
  }

  private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable failure) {
    // Bounded: a chain of causes may be a ring.
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
      cause = cause.getCause();
    }
    return null;
  }
}
