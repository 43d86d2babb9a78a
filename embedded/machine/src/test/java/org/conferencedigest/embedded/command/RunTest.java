package org.conferencedigest.embedded.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.conferencedigest.embedded.Folders;
import org.conferencedigest.embedded.FreePort;
import org.conferencedigest.embedded.StandInTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RunTest {

  private final Path tree = Folders.temporary();
  private final Path data = tree.resolve("data");

  @BeforeEach
  void plant() throws IOException {
    StandInTree.plantIn(tree);
  }

  @AfterEach
  void clear() {
    Folders.delete(tree);
  }

  @Test
  void saysThatItIsReadyAndStopsInGoodOrderWhenToldTo() throws Exception {
    int port = FreePort.find();
    try (DigestProcess run = start(port).awaitReady()) {
      assertThat(run.output().lines())
          .contains("Conference Digest is ready at http://localhost:" + port);
      List<ProcessHandle> children = run.children();
      run.process().destroy();
      assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(children).hasSizeGreaterThan(5);
      DigestProcess.awaitEndOf(children);
      assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }
  }

  /** All of 127/8 is this machine's own on Linux, as good as the address of another interface. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void listensAtOneLoopbackAddressUnlessShared() throws Exception {
    int port = FreePort.find();
    try (DigestProcess run = start(port).awaitReady()) {
      assertThat(run.output()).doesNotContain("encrypted");
      assertThat(listens("127.0.0.1", port)).isTrue();
      assertThat(listens("127.0.0.2", port)).isFalse();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void sharesItselfWhenToldToAndSaysThatItIsNotEncrypted() throws Exception {
    int port = FreePort.find();
    try (DigestProcess run = start(port, List.of(), "--host", "0.0.0.0").awaitReady()) {
      assertThat(run.output()).contains("it is not encrypted").endsWith(":" + port + "\n");
      assertThat(listens("127.0.0.2", port)).isTrue();
    }
  }

  @Test
  void refusesAnAddressOfAnotherMachine() throws Exception {
    try (DigestProcess run = start(FreePort.find(), List.of(), "--host", "192.0.2.1")) {
      assertThat(run.exitCode()).isEqualTo(ExitCode.MISUSED);
      assertThat(run.output()).contains("--host 192.0.2.1");
      assertThat(data).doesNotExist();
    }
  }

  @Test
  void keepsTheLogsOfADemonstrationThatCannotBeStarted() throws Exception {
    Path temporary = Files.createDirectory(tree.resolve("temporary"));
    StandInTree.breakIn(tree, "gateway");
    try (DigestProcess demo =
        DigestProcess.start(
            tree,
            List.of("-Djava.io.tmpdir=" + temporary),
            "demo",
            "--port",
            String.valueOf(FreePort.find()))) {
      assertThat(demo.exitCode()).isEqualTo(ExitCode.FAILED);
      Path kept;
      try (Stream<Path> folders = Files.list(temporary)) {
        kept = folders.filter(folder -> folder.toString().contains("digest-")).findFirst().get();
      }
      assertThat(demo.output()).contains("Its logs stay in " + kept.resolve("logs"));
      assertThat(kept.resolve("logs/gateway.log")).isNotEmptyFile();
      assertThat(kept.resolve("postgres")).doesNotExist();
    }
  }

  @Test
  void leavesNoProcessWhenItIsKilled() throws Exception {
    try (DigestProcess run = start(FreePort.find()).awaitReady()) {
      List<ProcessHandle> children = run.children();
      run.process().destroyForcibly();
      DigestProcess.awaitEndOf(children);
    }
    try (DigestProcess again = start(FreePort.find())) {
      again.awaitReady();
    }
  }

  @Test
  void leavesNoProcessWhenAllItsJvmsAreKilledAtOnce() throws Exception {
    try (DigestProcess run = start(FreePort.find()).awaitReady()) {
      List<ProcessHandle> children = run.children();
      run.process().destroyForcibly();
      children.stream()
          .filter(child -> DigestProcess.commandLine(child).contains("/bin/java"))
          .forEach(ProcessHandle::destroyForcibly);
      DigestProcess.awaitEndOf(children);
    }
  }

  @Test
  void leavesNoProcessWhenItIsKilledBeforeItIsReady() throws Exception {
    try (DigestProcess run = start(FreePort.find())) {
      DigestProcess.await(() -> run.children().size() > 2);
      List<ProcessHandle> children = run.children();
      run.process().destroyForcibly();
      DigestProcess.awaitEndOf(children);
    }
  }

  @Test
  void startsAgainWhatHasEnded() throws Exception {
    try (DigestProcess run = start(FreePort.find()).awaitReady()) {
      run.child("embedded.broker.Broker").destroyForcibly();
      DigestProcess.await(() -> run.said("Kafka is back"));
      run.child("/bin/postgres").destroyForcibly();
      DigestProcess.await(() -> run.said("PostgreSQL is back"));
      run.child("notes.NotesService").destroyForcibly();
      DigestProcess.await(() -> run.said("notes service is back"));
      run.child("while read").destroyForcibly();
      DigestProcess.await(() -> run.output().split("PostgreSQL is back", -1).length == 3);
    }
  }

  @Test
  void givesUpThePreparationOfShorterStartsWhenToldToStop() throws Exception {
    try (DigestProcess run = startPreparing().awaitReady()) {
      DigestProcess.await(() -> Files.exists(data.resolve("preparation/postgres")));
      List<ProcessHandle> children = run.children();
      run.process().destroy();
      assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
      DigestProcess.awaitEndOf(children);
      assertThat(data.resolve("preparation")).doesNotExist();
    }
  }

  /** Who imports a first programme meanwhile waits half as long. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void preparesShorterStartsInTheTimeThatOthersLeave() throws Exception {
    String prepared = "-Djava.io.tmpdir=" + data.resolve("preparation");
    try (DigestProcess run = startPreparing().awaitReady()) {
      DigestProcess.await(() -> run.hasChild(prepared));
      assertThat(niceness(run.child(prepared))).containsOnly(19);
      assertThat(niceness(run.child("-Djava.io.tmpdir=" + data.resolve("logs"))))
          .doesNotContain(19);
    }
  }

  @Test
  void refusesAFolderInUse() throws Exception {
    try (DigestProcess run = start(FreePort.find()).awaitReady();
        DigestProcess second = start(FreePort.find())) {
      assertThat(second.exitCode()).isEqualTo(ExitCode.MISUSED);
      assertThat(second.output()).contains("in use").contains("--data");
      assertThat(run.process().isAlive()).isTrue();
    }
  }

  @Test
  void refusesAPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(0));
      try (DigestProcess run = start(taken.getLocalPort())) {
        assertThat(run.exitCode()).isEqualTo(ExitCode.MISUSED);
        assertThat(run.output()).contains("--port");
        assertThat(Files.exists(data)).isFalse();
      }
    }
  }

  private DigestProcess startPreparing() throws IOException {
    return start(FreePort.find(), List.of("-Ddigest.prepare=true"));
  }

  private DigestProcess start(int port) throws IOException {
    return start(port, List.of());
  }

  private DigestProcess start(int port, List<String> jvmOptions, String... more)
      throws IOException {
    String[] given = {"run", "--port", String.valueOf(port), "--data", data.toString()};
    return DigestProcess.start(
        tree, jvmOptions, Stream.concat(Stream.of(given), Stream.of(more)).toArray(String[]::new));
  }

  private static boolean listens(String host, int port) throws IOException {
    try (Socket _ = new Socket(host, port)) {
      return true;
    } catch (ConnectException e) {
      return false;
    }
  }

  /** Of the process, and of its session where the kernel groups by sessions: proc(5), sched(7). */
  private static List<Integer> niceness(ProcessHandle process) throws IOException {
    Path facts = Path.of("/proc", String.valueOf(process.pid()));
    String afterName = Files.readString(facts.resolve("stat")).replaceFirst(".*\\) ", "");
    List<Integer> found = new ArrayList<>();
    found.add(Integer.valueOf(afterName.split(" ")[16]));
    if (Files.exists(facts.resolve("autogroup"))) {
      String session = Files.readString(facts.resolve("autogroup")).strip();
      if (!session.isEmpty()) {
        found.add(Integer.valueOf(session.substring(session.lastIndexOf(' ') + 1)));
      }
    }
    return found;
  }
}
