package org.conferencedigest.embedded;

/** A PostgreSQL server for tests. */
public interface TestPostgres extends AutoCloseable {

  /**
   * Provides a database and, with the same name, a role that owns it and may do nothing else.
   *
   * @param name lower-case letters, digits and underscores
   */
  Database database(String name, String rolePassword);

  /** Ends the server at once, as {@code kill -9} does; {@link #restart()} brings it back. */
  void kill();

  /** Starts the server on the same data and port, and returns when it accepts connections. */
  void restart();

  @Override
  void close();
}
