package org.conferencedigest.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database and the role that owns it.
 *
 * @param url the JDBC address, without user and password
 */
public record Database(String url, String user, String password) {

  /** Opens a connection of its own; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "Database[" + url + " as " + user + "]";
  }
}
