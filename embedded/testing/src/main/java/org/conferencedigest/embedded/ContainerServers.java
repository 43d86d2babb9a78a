package org.conferencedigest.embedded;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.LogMessageWaitStrategy;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The official images, by Testcontainers.
 *
 * <p>A JVM that is killed leaves its containers, where Testcontainers' own reaper is switched off:
 * they carry the label {@code org.testcontainers=true}.
 */
final class ContainerServers implements TestServers {

  static final String POSTGRES = "postgres:18";
  static final String KAFKA = "apache/kafka:4.2.0";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * The version of the engine that answers, once it has the images.
   *
   * @throws StartException if none does, or it cannot get them: why
   */
  static String engine() {
    try {
      DockerClientFactory factory = DockerClientFactory.instance();
      if (!factory.isDockerAvailable()) {
        throw new StartException("no Docker engine answers");
      }
      for (String image : List.of(POSTGRES, KAFKA)) {
        new RemoteDockerImage(DockerImageName.parse(image)).get();
      }
      return factory.client().versionCmd().exec().getVersion();
    } catch (ContainerFetchException | ContainerLaunchException | IllegalStateException e) {
      throw new StartException("Docker cannot be used: " + e.getMessage(), e);
    }
  }

  @Override
  public TestPostgres startPostgres() {
    PostgreSQLContainer container =
        new PostgreSQLContainer(POSTGRES)
            .withUsername("postgres")
            .withPassword(TestMachine.PASSWORD)
            .withCommand(
                "postgres", "-c", "max_connections=200", "-c", "jit=off", "-c", "timezone=UTC");
    int port = onOnePort(container, PostgreSQLContainer.POSTGRESQL_PORT);
    container.start();
    return new Postgres(container, port);
  }

  @Override
  public TestKafka startKafka() {
    KafkaContainer container =
        new KafkaContainer(KAFKA)
            .withEnv(
                Map.of(
                    "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
                    "KAFKA_MESSAGE_MAX_BYTES", "16777216",
                    "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0",
                    "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4",
                    // After a crash the node is let in again when its former session is over.
                    "KAFKA_BROKER_SESSION_TIMEOUT_MS", "1500",
                    "KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "300"));
    onOnePort(container, 9092);
    container.start();
    return new Kafka(container);
  }

  // Else each start of the container is given another port, and what is connected never finds it.
  private static int onOnePort(GenericContainer<?> container, int inside) {
    int port = FreePort.find();
    container.withCreateContainerCmdModifier(
        command ->
            Objects.requireNonNullElseGet(command.getHostConfig(), HostConfig::newHostConfig)
                .withPortBindings(List.of(PortBinding.parse(port + ":" + inside))));
    return port;
  }

  /** A container that is killed and started again, which Testcontainers itself has no words for. */
  private static void kill(GenericContainer<?> container) {
    DockerClient client = container.getDockerClient();
    client.killContainerCmd(container.getContainerId()).exec();
    boolean over =
        Deadline.in(PATIENCE)
            .await(
                () ->
                    !Boolean.TRUE.equals(
                        client
                            .inspectContainerCmd(container.getContainerId())
                            .exec()
                            .getState()
                            .getRunning()));
    if (!over) {
      throw new StartException(container.getDockerImageName() + " was killed and runs on");
    }
  }

  private static void startAgain(GenericContainer<?> container) {
    DockerClient client = container.getDockerClient();
    if (container.isRunning()) {
      client.stopContainerCmd(container.getContainerId()).exec();
    }
    client.startContainerCmd(container.getContainerId()).exec();
  }

  private static void remove(GenericContainer<?> container) {
    try {
      container.stop();
    } catch (NotFoundException e) {
      // Somebody was quicker, such as the end of the JVM.
      return;
    }
  }

  private record Postgres(PostgreSQLContainer container, int port) implements TestPostgres {

    @Override
    public Database database(String name, String rolePassword) {
      return superuser().provide(name, rolePassword);
    }

    private Database superuser() {
      return new Database(
          "jdbc:postgresql://%s:%d/postgres".formatted(container.getHost(), port),
          container.getUsername(),
          container.getPassword());
    }

    @Override
    public void kill() {
      ContainerServers.kill(container);
    }

    @Override
    public void restart() {
      startAgain(container);
      if (!Deadline.in(PATIENCE).await(this::accepts)) {
        throw new StartException("PostgreSQL did not start again");
      }
    }

    private boolean accepts() {
      try (Connection connection = superuser().connect()) {
        return connection.isValid(1);
      } catch (SQLException e) {
        // Not yet: asked again until the patience ends.
        return false;
      }
    }

    @Override
    public void close() {
      remove(container);
    }
  }

  private static final class Kafka implements TestKafka {

    private static final String STARTED = ".*Transitioning from RECOVERY to RUNNING.*";

    private final KafkaContainer container;
    private int starts = 1;

    private Kafka(KafkaContainer container) {
      this.container = container;
    }

    @Override
    public String bootstrapServers() {
      return container.getBootstrapServers();
    }

    @Override
    public void kill() {
      ContainerServers.kill(container);
    }

    @Override
    public void restart() {
      startAgain(container);
      starts++;
      new LogMessageWaitStrategy()
          .withRegEx(STARTED)
          .withTimes(starts)
          .withStartupTimeout(PATIENCE)
          .waitUntilReady(container);
    }

    @Override
    public void close() {
      remove(container);
    }
  }
}
