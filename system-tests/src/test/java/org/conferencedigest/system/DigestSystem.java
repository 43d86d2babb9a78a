package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The whole system as {@code ./digest run} starts it, on a folder and a port of its own. */
final class DigestSystem implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);

  private final Process process;
  private final Path data;
  private final URI gateway;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  private DigestSystem(Process process, Path data, URI gateway) {
    this.process = process;
    this.data = data;
    this.gateway = gateway;
  }

  private static final class Shared {
    private static final DigestSystem SYSTEM = start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SYSTEM::close));
    }
  }

  /** The system that tests share which break nothing: each works on conferences of its own. */
  static DigestSystem running() {
    return Shared.SYSTEM;
  }

  /** A system of one's own, which the caller closes. */
  static DigestSystem start() {
    return start(Map.of());
  }

  /** The same, with variables of the environment that reach all of its processes. */
  static DigestSystem start(Map<String, String> environment) {
    try {
      Path data = Files.createTempDirectory("digest-system-test");
      int port = freePort();
      Path output = data.resolve("output.txt");
      ProcessBuilder builder =
          new ProcessBuilder(command("run", "--port", "" + port, "--data", data + "/data"))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      String ready = "Conference Digest is ready at http://localhost:" + port;
      await(
          START,
          () -> read(output),
          printed -> printed.lines().anyMatch(ready::equals) || !process.isAlive());
      assertThat(read(output)).contains(ready);
      return new DigestSystem(
          process, data.resolve("data"), URI.create("http://localhost:" + port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(String... arguments) {
    Path machine = Samples.repository().resolve("embedded/machine/target");
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                machine.resolve("embedded-machine.jar") + ":" + machine.resolve("lib") + "/*",
                "org.conferencedigest.embedded.command.Digest"),
            Stream.of(arguments))
        .toList();
  }

  URI address() {
    return gateway;
  }

  Path data() {
    return data;
  }

  Api anybody() {
    return Api.of(gateway);
  }

  Api editor() {
    return anybody().as(token("eve", "editor"));
  }

  Api author(String name) {
    return anybody().as(token(name, "author"));
  }

  String token(String name, String role) {
    return tokens.computeIfAbsent(
        name + " " + role,
        who ->
            Samples.run(data, command("token", name, "--role", role, "--data", data.toString()))
                .strip());
  }

  /** Where the summary service listens, for operators on this machine. */
  URI summaryService() {
    return URI.create(addresses().getProperty("summary-service"));
  }

  /** Where the notes service listens, for operators on this machine. */
  URI notesService() {
    return URI.create(addresses().getProperty("notes-service"));
  }

  String kafka() {
    return addresses().getProperty("kafka");
  }

  Topic topic(String name) {
    return new Topic(addresses().getProperty("kafka"), name);
  }

  private Properties addresses() {
    Properties addresses = new Properties();
    try (var in = Files.newBufferedReader(data.resolve("addresses.properties"))) {
      addresses.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return addresses;
  }

  /** Rebuilds all digests from the topics, and returns when that is done. */
  void rebuild() {
    Api operator = editor().at(summaryService());
    operator.post("/internal/rebuild", Api.JSON, new byte[0]).ok();
    await(
        Duration.ofMinutes(1),
        () -> operator.get("/internal/rebuild").ok().json(),
        rebuilds -> rebuilds.path("items").path(0).path("finishedAt").isTextual());
  }

  /** Ends a process as a power cut would. */
  void killHard(Part part) {
    ProcessHandle victim = find(part);
    assertThat(victim.destroyForcibly()).isTrue();
    await(Duration.ofSeconds(10), victim::isAlive, alive -> !alive);
  }

  private ProcessHandle find(Part part) {
    if (part == Part.POSTGRES) {
      return ProcessHandle.of(
              Long.parseLong(
                  read(data.resolve("postgres/postmaster.pid")).lines().findFirst().orElseThrow()))
          .orElseThrow();
    }
    return await(
            Duration.ofMinutes(1),
            () -> process.descendants().filter(part::is).findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  /** Asks until the answer is the one wanted; fails at the deadline. */
  static <T> T await(Duration patience, Supplier<T> question, Predicate<T> wanted) {
    Instant deadline = Instant.now().plus(patience);
    while (true) {
      T answer = null;
      try {
        answer = question.get();
        if (wanted.test(answer)) {
          return answer;
        }
      } catch (UncheckedIOException notNow) {
        assertThat(Instant.now()).as("%s", notNow).isBefore(deadline);
      }
      assertThat(Instant.now()).as("last answer: %s", answer).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      try (Stream<Path> files = Files.walk(data.getParent())) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
