package org.conferencedigest.embedded;

import java.nio.file.Path;

/** The servers that come with the build. */
final class EmbeddedServers implements TestServers {

  @Override
  public TestPostgres startPostgres() {
    Path folder = Folders.temporary();
    return new Postgres(
        PostgresServer.start(
            folder.resolve("postgres"), folder.resolve("postgres.log"), TestMachine.PASSWORD),
        folder);
  }

  @Override
  public TestKafka startKafka() {
    Path folder = Folders.temporary();
    return new Kafka(
        KafkaBroker.start(folder.resolve("kafka"), folder.resolve("kafka.log")), folder);
  }

  private record Postgres(PostgresServer server, Path folder) implements TestPostgres {

    @Override
    public Database database(String name, String rolePassword) {
      return server.database(name, rolePassword);
    }

    @Override
    public void kill() {
      server.kill();
    }

    @Override
    public void restart() {
      server.restart();
    }

    @Override
    public void close() {
      server.close();
      Folders.delete(folder);
    }
  }

  private record Kafka(KafkaBroker broker, Path folder) implements TestKafka {

    @Override
    public String bootstrapServers() {
      return broker.bootstrapServers();
    }

    @Override
    public void kill() {
      broker.kill();
    }

    @Override
    public void restart() {
      broker.restart();
    }

    @Override
    public void close() {
      broker.close();
      Folders.delete(folder);
    }
  }
}
