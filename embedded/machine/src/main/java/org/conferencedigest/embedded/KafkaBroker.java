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
public final class KafkaBroker implements Part {

  private static final String MODULE = "embedded/broker";
  private static final String MAIN = "org.conferencedigest.embedded.broker.Broker";

  private final Path folder;
  private final Life life;
  private final Path log;
  private final int port;
  private final int controllerPort;
  private volatile @Nullable ChildProcess process;

  private KafkaBroker(Path folder, Life life, Path log) {
    this.folder = folder;
    this.life = life;
    this.log = log;
    this.port = FreePort.find();
    this.controllerPort = FreePort.find();
  }

  /**
   * A broker that is not running yet; {@link #restart()} starts it, on a free port.
   *
   * @param dataFolder made and formatted at the first start if it is missing
   * @param life it is expected to have
   * @param log appended to; its folder exists
   */
  public static KafkaBroker prepare(Path dataFolder, Life life, Path log) {
    return new KafkaBroker(dataFolder.toAbsolutePath(), life, log);
  }

  /**
   * Starts a broker on a free port, for a brief life, and returns when it serves requests.
   *
   * <p>Arguments as for {@link #prepare}.
   *
   * @throws StartException if it cannot be started
   */
  public static KafkaBroker start(Path dataFolder, Path log) {
    KafkaBroker broker = prepare(dataFolder, Life.BRIEF, log);
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
  @Override
  public void restart() {
    close();
    ChildProcess started = ChildProcess.startReporting(title(), command(), Map.of(), log);
    process = started;
    if (!started.reports("ready")) {
      started.stop();
      throw started.failed("did not start");
    }
  }

  @Override
  public void close() {
    ChildProcess running = process;
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public String title() {
    return "Kafka";
  }

  @Override
  public long pid() {
    return running().pid();
  }

  @Override
  public CompletableFuture<?> onExit() {
    return running().onExit();
  }

  private ChildProcess running() {
    return Objects.requireNonNull(process, "never started");
  }

  private List<String> command() {
    return new JavaCommand(MODULE, Installation.here().classPath(MODULE), "256m", life, log)
        .with(MAIN, folder.toString(), String.valueOf(port), String.valueOf(controllerPort));
  }
}
