package org.conferencedigest.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

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

  /**
   * Provides a database beside this one, whose owner may create such, and, with the same name, a
   * role that owns it and may do nothing else; what is there already stays, with this password.
   *
   * @param name lower-case letters, digits and underscores
   * @throws StartException if it cannot be provided
   */
  Database provide(String name, String rolePassword) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("not a name for a database: " + name);
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      String verb = exists(connection, "pg_roles", "rolname", name) ? "alter" : "create";
      statement.execute(
          "%s role %s login password %s"
              .formatted(verb, name, statement.enquoteLiteral(rolePassword)));
      if (!exists(connection, "pg_database", "datname", name)) {
        statement.execute("create database %s owner %s".formatted(name, name));
        statement.execute("revoke all on database %s from public".formatted(name));
      }
    } catch (SQLException e) {
      throw new StartException("The database %s cannot be provided: %s".formatted(name, e), e);
    }
    return new Database(url.substring(0, url.lastIndexOf('/') + 1) + name, name, rolePassword);
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "Database[" + url + " as " + user + "]";
  }

  private static boolean exists(Connection connection, String catalog, String column, String name)
      throws SQLException {
    String query = "select 1 from %s where %s = ?".formatted(catalog, column);
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }
}
