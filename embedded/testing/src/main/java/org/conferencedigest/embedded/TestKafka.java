package org.conferencedigest.embedded;

/**
 * A Kafka broker for tests: one node, so one replica of everything; topics are not created by use.
 */
public interface TestKafka extends AutoCloseable {

  /** For the setting {@code bootstrap.servers}; the same after a restart. */
  String bootstrapServers();

  /** Ends the broker at once, as {@code kill -9} does; {@link #restart()} brings it back. */
  void kill();

  /** Starts the broker on the same data and port, and returns when it serves requests. */
  void restart();

  @Override
  void close();
}
