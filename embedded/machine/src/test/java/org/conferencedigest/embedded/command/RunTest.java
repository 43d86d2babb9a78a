package org.conferencedigest.embedded.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    return start(FreePort.find(), "-Ddigest.prepare=true");
  }

  private DigestProcess start(int port, String... options) throws IOException {
    return DigestProcess.start(
        tree, List.of(options), "run", "--port", String.valueOf(port), "--data", data.toString());
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
