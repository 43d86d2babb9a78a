package org.conferencedigest.foundation.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, or has no room, from a fault of ours. */
public final class Connectivity {

  /** All that the pool says of a connection that it found broken: no state, no type of its own. */
  private static final String BROKEN = "Connection is closed";

  private Connectivity() {}

  /** Whether the database could not be reached, or broke off. */
  public static boolean isLost(@Nullable Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLTransientConnectionException) {
        return true;
      }
      if (at instanceof SQLException e && (isLost(e.getSQLState()) || isBroken(e))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBroken(SQLException failure) {
    return failure.getSQLState() == null && BROKEN.equals(failure.getMessage());
  }

  private static boolean isLost(@Nullable String state) {
    // Class 08: connection exception. 57P01 to 57P03: shut down, crashed, cannot connect now.
    // Class 53: out of connections, memory or disk.
    return state != null
        && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
  }
}
