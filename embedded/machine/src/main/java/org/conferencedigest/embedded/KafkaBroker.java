package org.conferencedigest.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker on loopback, in a JVM of its own that ends when this process does.
 *
 * <p>One node, so one replica of everything; topics are not created by use. It survives a crash
 * with all it has acknowledged.
 */
public final class KafkaBroker implements AutoCloseable {

  private static final String MODULE = "embedded/broker";
  private static final String MAIN = "org.conferencedigest.embedded.broker.Broker";

  private final Path folder;
  private final Path log;
  private final int port;
  private @Nullable ChildProcess process;

  private KafkaBroker(Path folder, Path log, int port) {
    this.folder = folder;
    this.log = log;
    this.port = port;
  }

  /**
   * Starts a broker on a free port and returns when it serves requests.
   *
   * @param dataFolder made and formatted if it is missing
   * @param log appended to; its folder exists
   * @throws StartException if it cannot be started
   */
  public static KafkaBroker start(Path dataFolder, Path log) {
    return start(dataFolder, log, FreePort.find());
  }

  /** As {@link #start(Path, Path)}, on a given port. */
  public static KafkaBroker start(Path dataFolder, Path log, int port) {
    KafkaBroker broker = new KafkaBroker(dataFolder.toAbsolutePath(), log, port);
    broker.restart();
    return broker;
  }

  /** For the setting {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Ends the broker at once, as {@code kill -9} does; {@link #restart()} brings it back. */
  public void kill() {
    running().kill();
  }

  /** Starts the broker on the same folder and port, after stopping it if it runs. */
  public void restart() {
    close();
    ChildProcess started = ChildProcess.start("kafka", command(), Map.of(), log);
    process = started;
    if (!"ready".equals(started.nextLine())) {
      started.stop();
      throw started.failed("did not start");
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.stop();
    }
  }

  public long pid() {
    return running().pid();
  }

  /** Completes when the broker has ended, for whatever reason. */
  public CompletableFuture<?> onExit() {
    return running().onExit();
  }

  private ChildProcess running() {
    return Objects.requireNonNull(process, "never started");
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        Installation.here().classPath(MODULE),
        MAIN,
        folder.toString(),
        String.valueOf(port),
        String.valueOf(FreePort.find()));
  }
}
