package org.conferencedigest.embedded;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One of the services, in a JVM of its own that ends when this process does. */
public final class ServiceProcess implements Part {

  /** A JVM that is trained, perhaps on a machine that builds other things as well, is slow. */
  private static final Duration START_PATIENCE =
      JavaCommand.TRAINING ? Duration.ofMinutes(5) : Duration.ofSeconds(90);

  private static final int LOOK_MILLIS = 2000;

  private final Service service;
  private final Map<String, String> environment;
  private final Path log;
  private volatile @Nullable ChildProcess process;

  /**
   * What to run.
   *
   * @param title what people call it
   * @param module the folder it is built in
   * @param mainClass its own main class
   * @param memory the most its heap may take, as for {@code -Xmx}
   * @param life it is expected to have
   * @param readiness answers 200 when it serves requests
   */
  public record Service(
      String title, String module, String mainClass, String memory, Life life, URI readiness) {}

  /**
   * A service that is not running yet.
   *
   * @param environment added to that of this process
   * @param log appended to; its folder exists
   */
  public ServiceProcess(Service service, Map<String, String> environment, Path log) {
    this.service = service;
    this.environment = environment;
    this.log = log;
  }

  @Override
  public String title() {
    return service.title();
  }

  @Override
  public void restart() {
    close();
    ChildProcess started = ChildProcess.start(title(), command(), environment, log);
    process = started;
    if (!Deadline.in(START_PATIENCE).await(() -> !started.isAlive() || isReady())
        || !started.isAlive()) {
      started.stop();
      throw started.failed("did not start");
    }
  }

  @Override
  public long pid() {
    return running().pid();
  }

  @Override
  public CompletableFuture<?> onExit() {
    return running().onExit();
  }

  @Override
  public void close() {
    ChildProcess running = process;
    if (running != null) {
      running.stop();
    }
  }

  private List<String> command() {
    Installation installation = Installation.here();
    return installation
        .packed(service.module())
        .map(folder -> JavaCommand.packed(folder, service.mainClass()))
        .orElseGet(() -> builtHere(installation));
  }

  private List<String> builtHere(Installation installation) {
    String classPath =
        String.join(
            File.pathSeparator,
            installation.jar("embedded/machine").toString(),
            installation.classPath(service.module()));
    return new JavaCommand(service.module(), classPath, service.memory(), service.life(), log)
        .with(Child.class.getName(), service.mainClass());
  }

  private ChildProcess running() {
    return Objects.requireNonNull(process, "never started");
  }

  private boolean isReady() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) service.readiness().toURL().openConnection();
      connection.setConnectTimeout(LOOK_MILLIS);
      connection.setReadTimeout(LOOK_MILLIS);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      // Not listening yet, or not able to answer yet: asked again until the patience ends.
      return false;
    }
  }
}
