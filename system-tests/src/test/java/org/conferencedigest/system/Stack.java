package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** The system as {@code docker compose up} starts it, under a name and at a port of its own. */
final class Stack implements AutoCloseable {

  static final List<String> SERVICES = List.of("notes-service", "summary-service", "gateway");

  private static final Map<String, Integer> PORTS =
      Map.of("notes-service", 8081, "summary-service", 8082, "gateway", 8080);

  private static final Queue<Stack> STARTED = new ConcurrentLinkedQueue<>();

  private final String name;
  private final List<Path> files;
  private final int port;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  private Stack(String name, List<Path> files, int port) {
    this.name = name;
    this.files = files;
    this.port = port;
  }

  private static final class Shared {
    private static final Stack STACK = start("shared");
  }

  /**
   * The images of this source tree, built once and gone when the tests are over. They are there
   * when the browser is done with, and not before.
   */
  private static final class Images {
    static {
      Runtime.getRuntime().addShutdownHook(new Thread(Images::cleanUp));
      if (Docker.buildsImages()) {
        Stack builder = new Stack("digest-build-" + Docker.VERSION, List.of(), 0);
        builder.compose("--progress", "plain", "build");
      }
      BrowserClasses.awaitEnd();
    }

    static void provide() {}

    /** However the tests end. */
    private static void cleanUp() {
      STARTED.forEach(Stack::close);
      if (!Docker.buildsImages()) {
        return;
      }
      for (String image : List.of("notes-service", "summary-service", "gateway", "digest")) {
        Docker.docker(
            "image", "rm", "--force", "conference-digest/%s:%s".formatted(image, Docker.VERSION));
      }
    }
  }

  /** The system that tests share, each of which leaves it as it was: with one of each service. */
  static Stack running() {
    return Shared.STACK;
  }

  /**
   * Starts a system, which the caller closes.
   *
   * @param overlays further compose files
   */
  static Stack start(String purpose, Path... overlays) {
    Images.provide();
    try {
      Stack stack =
          new Stack(
              "digest-%s-%d".formatted(purpose, ProcessHandle.current().pid()),
              List.of(overlays),
              DigestSystem.freePort());
      STARTED.add(stack);
      stack.up();
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts what does not run, one of each, and returns when all of it is healthy. */
  void up(String... options) {
    compose(
        Stream.concat(Stream.of("up", "--detach", "--wait", "--quiet-pull"), Stream.of(options)));
  }

  /** Returns when a container says that it is well. */
  void awaitHealthy(String container) {
    DigestSystem.await(
        Duration.ofMinutes(3),
        () -> Docker.inspect(container, "{{.State.Health.Status}}"),
        "healthy"::equals);
  }

  String compose(String... arguments) {
    return compose(Stream.of(arguments));
  }

  /** A command of compose on this system, with more ports for the gateway than the one. */
  String composeWithPorts(String ports, String... arguments) {
    return compose(Map.of("DIGEST_PORT", ports), Stream.of(arguments));
  }

  private String compose(Stream<String> arguments) {
    return compose(Map.of("DIGEST_PORT", String.valueOf(port)), arguments);
  }

  private String compose(Map<String, String> environment, Stream<String> arguments) {
    List<String> command = new ArrayList<>(List.of("env", "DIGEST_VERSION=" + Docker.VERSION));
    environment.forEach((variable, value) -> command.add(variable + "=" + value));
    command.addAll(List.of("DIGEST_LOG=plain", "docker", "compose", "--project-name", name));
    command.addAll(List.of("--file", "docker-compose.yml"));
    files.forEach(file -> command.addAll(List.of("--file", file.toString())));
    arguments.forEach(command::add);
    return Samples.run(Samples.repository(), command).strip();
  }

  /** The container of a part of which there is one. */
  String container(String service) {
    return containers(service).getFirst();
  }

  List<String> containers(String service) {
    return compose("ps", "--quiet", "--all", "--orphans=false", service).lines().toList();
  }

  /** Where readers and writers find the system. */
  Api anybody() {
    return Api.of(URI.create("http://localhost:" + port));
  }

  Api editor() {
    return anybody()
        .as(tokens.computeIfAbsent("eve", who -> command("token", who, "--role", "editor")));
  }

  /** Runs the command line of the system. */
  String command(String... arguments) {
    return compose(Stream.concat(Stream.of("run", "--rm", "-T", "digest"), Stream.of(arguments)));
  }

  /** An operator at a service's own port, which is published to nobody. */
  Api operator(String container, String service) {
    String address =
        Docker.inspect(container, "{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}")
            .split(" ")[0];
    return editor().at(URI.create("http://%s:%d".formatted(address, PORTS.get(service))));
  }

  Api operator(String service) {
    return operator(container(service), service);
  }

  /** Rebuilds all digests from the topics, and returns when that is done. */
  void rebuild() {
    Api operator = operator("summary-service");
    operator.post("/internal/rebuild", Api.JSON, new byte[0]).ok();
    DigestSystem.await(
        Duration.ofMinutes(1),
        () -> operator.get("/internal/rebuild").ok().json(),
        rebuilds -> rebuilds.path("items").path(0).path("finishedAt").isTextual());
  }

  /** Cuts a container off from all others, though not from the world. */
  void cut(String container) {
    networksWithin(container)
        .forEach(network -> Docker.docker("network", "disconnect", network, container));
  }

  /** Ends {@link #cut}; {@code networks} are those of before. */
  void heal(String container, String service, List<String> networks) {
    networks.forEach(
        network -> Docker.docker("network", "connect", "--alias", service, network, container));
  }

  List<String> networksWithin(String container) {
    return Stream.of(
            Docker.inspect(
                    container, "{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}")
                .split(" "))
        .filter(network -> !network.endsWith("_public"))
        .toList();
  }

  /** Stops everything and removes all that it made; what it said stays in {@code target/stacks}. */
  @Override
  public void close() {
    try {
      keepLogs();
    } finally {
      compose("--profile", "*", "down", "--volumes", "--remove-orphans", "--timeout", "20");
      STARTED.remove(this);
    }
  }

  private void keepLogs() {
    try {
      Path folder = Files.createDirectories(Path.of("target/stacks"));
      Files.writeString(
          folder.resolve(name + ".log"), compose("logs", "--no-color", "--timestamps"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sees that nothing is left of it. */
  void assertGone() {
    String label = "label=com.docker.compose.project=" + name;
    assertThat(Docker.lines("ps", "--all", "--quiet", "--filter", label)).isEmpty();
    assertThat(Docker.lines("volume", "ls", "--quiet", "--filter", label)).isEmpty();
    assertThat(Docker.lines("network", "ls", "--quiet", "--filter", label)).isEmpty();
  }
}
