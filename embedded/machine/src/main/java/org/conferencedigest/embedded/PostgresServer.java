package org.conferencedigest.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server on loopback, as a child process that ends when this process does.
 *
 * <p>What it has confirmed is on the disk: {@code fsync} and {@code synchronous_commit} are on. A
 * data folder is used by one server at a time; a server left on it by a crash is ended first.
 */
public final class PostgresServer implements Part {

  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  private final PostgresFolder folder;
  private final Path log;
  private final String password;
  private final int port = FreePort.find();
  private volatile @Nullable ChildProcess guardian;
  private volatile long serverPid;

  private PostgresServer(PostgresFolder folder, Path log, String password) {
    this.folder = folder;
    this.log = log;
    this.password = password;
  }

  /**
   * A server that is not running yet; {@link #restart()} starts it, on a free port.
   *
   * @param dataFolder made at the first start if it is missing
   * @param log appended to; its folder exists
   * @param password of the superuser {@code postgres}: set when the folder is made, and to be the
   *     same ever after
   */
  public static PostgresServer prepare(Path dataFolder, Path log, String password) {
    return new PostgresServer(new PostgresFolder(dataFolder.toAbsolutePath()), log, password);
  }

  /**
   * Starts a server and returns when it accepts connections; arguments as for {@link #prepare}.
   *
   * @throws StartException if it cannot be started
   */
  public static PostgresServer start(Path dataFolder, Path log, String password) {
    PostgresServer server = prepare(dataFolder, log, password);
    server.restart();
    return server;
  }

  /** Where the superuser reaches a database, {@code postgres} being one that is always there. */
  public Database superuser(String database) {
    return new Database(jdbcUrl(database), "postgres", password);
  }

  /** The address of a database, without user and password. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /**
   * Provides a database and, with the same name, a role that owns it and may do nothing else; what
   * is there already stays, with this password.
   *
   * @param name lower-case letters, digits and underscores
   */
  public Database database(String name, String rolePassword) {
    return superuser("postgres").provide(name, rolePassword);
  }

  /** Ends the server at once, as {@code kill -9} does; {@link #restart()} brings it back. */
  public void kill() {
    ProcessHandle.of(serverPid).ifPresent(ProcessHandle::destroyForcibly);
    ChildProcess running = Objects.requireNonNull(guardian, "never started");
    running.onExit().join();
  }

  /** Starts the server on the same folder and port, after stopping it if it runs. */
  @Override
  public void restart() {
    close();
    PostgresBinaries binaries =
        PostgresBinaries.unpackedIn(
            Installation.here().target("embedded/machine").resolve("postgresql"));
    if (folder.isInitialized()) {
      folder.endLeftover();
    } else {
      folder.initialize(binaries, password, log);
    }
    Deadline deadline = Deadline.in(START_PATIENCE);
    // Workers of a killed server may hold its shared memory for a moment more: then try again.
    while (!attempt(binaries, deadline)) {
      if (deadline.over()) {
        throw Objects.requireNonNull(guardian).failed("did not start");
      }
    }
  }

  /** Stops the server: what it is doing is rolled back, nothing confirmed is lost. */
  @Override
  public void close() {
    ChildProcess running = guardian;
    if (running != null) {
      running.stop();
      folder.endLeftover();
    }
  }

  @Override
  public String title() {
    return "PostgreSQL";
  }

  public int port() {
    return port;
  }

  @Override
  public long pid() {
    return serverPid;
  }

  @Override
  public CompletableFuture<?> onExit() {
    return Objects.requireNonNull(guardian, "never started").onExit();
  }

  private boolean attempt(PostgresBinaries binaries, Deadline deadline) {
    ChildProcess started =
        ChildProcess.startReporting(
            "PostgreSQL", guardedCommand(binaries), Map.of("LC_ALL", "C"), log);
    guardian = started;
    String line = started.nextLine();
    serverPid = line == null ? -1 : Long.parseLong(line);
    deadline.await(() -> folder.isServedBy(serverPid) || !started.isAlive());
    return folder.isServedBy(serverPid) && started.isAlive();
  }

  private List<String> guardedCommand(PostgresBinaries binaries) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", Guardian.SCRIPT, "postgresql"));
    command.addAll(
        PostgresFolder.unprivileged(binaries.program("postgres"), "-D", folder.path().toString()));
    settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return command;
  }

  private Map<String, Object> settings() {
    return Map.ofEntries(
        Map.entry("listen_addresses", "127.0.0.1"),
        Map.entry("port", port),
        Map.entry("unix_socket_directories", ""),
        Map.entry("fsync", "on"),
        Map.entry("synchronous_commit", "on"),
        Map.entry("max_connections", 200),
        Map.entry("shared_buffers", "64MB"),
        Map.entry("jit", "off"),
        Map.entry("timezone", "UTC"),
        Map.entry("log_timezone", "UTC"),
        Map.entry("log_checkpoints", "off"));
  }
}
