package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Parts crash, hang and are cut off at random moments, while people write and read. Afterwards all
 * accepted writes are there, nothing is there twice, and nobody had to lend a hand.
 *
 * <p>{@code DIGEST_FAULT_ROUNDS} says how many faults strike the system with one of each part,
 * {@code DIGEST_FAULT_CLUSTER_ROUNDS} the one with a cluster of brokers, {@code
 * DIGEST_FAULT_SECONDS} how long a pause or a cut lasts. The table of results is {@code
 * target/faults.md}.
 */
@NeedsDocker
class FaultsTest {

  private static final int ROUNDS = number("DIGEST_FAULT_ROUNDS", 13);
  private static final int CLUSTER_ROUNDS = number("DIGEST_FAULT_CLUSTER_ROUNDS", 4);
  private static final Duration LENGTH = Duration.ofSeconds(number("DIGEST_FAULT_SECONDS", 5));
  private static final int WRITERS = 3;

  private static final List<String> TABLE = new ArrayList<>();

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @AfterAll
  static void printTable() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| fault | requests | errors seen by clients | longest gap between writes | recovery"
            + " | lost |");
    lines.add("|---|---|---|---|---|---|");
    lines.addAll(TABLE);
    lines.forEach(System.out::println);
    Files.write(Path.of("target/faults.md"), lines);
  }

  @Test
  void oneOfEachPartLosesNothing() throws Exception {
    strike(Stack.running(), Fault.ofOneOfEach(), ROUNDS, "");
  }

  @Test
  void aClusterOfBrokersLosesNothing() throws Exception {
    Stack cluster = Stack.start("cluster", Path.of("deploy/compose/cluster.yaml"));
    try {
      strike(cluster, Fault.ofACluster(), CLUSTER_ROUNDS, "cluster: ");
    } finally {
      cluster.close();
    }
    cluster.assertGone();
  }

  @Test
  void rollingRestartsLoseNothing() throws Exception {
    Stack stack = Stack.running();
    stack.up("--scale", "notes-service=2", "--scale", "summary-service=2");
    try {
      List<Fault> restarts = Fault.rollingRestart();
      strike(stack, restarts, restarts.size(), "two of each: ");
    } finally {
      stack.up();
    }
  }

  private void strike(Stack stack, List<Fault> faults, int rounds, String where) throws Exception {
    for (int round = 0; round < rounds; round++) {
      Fault fault = faults.get(round % faults.size());
      strike(stack, fault, where, "faults-" + TABLE.size());
    }
  }

  private void strike(Stack stack, Fault fault, String where, String conference) throws Exception {
    String path = "/api/v1/conferences/" + conference;
    Api api = stack.editor();
    api.put(path, Api.JSON, "{\"title\":\"Faults\"}").ok();
    Load.Seen seen;
    Duration recovery;
    try (Load load = new Load(api, conference, WRITERS)) {
      load.awaitWrites(20 + random.nextInt(60));
      fault.strike(stack, LENGTH);
      long over = System.nanoTime();
      awaitVisible(api, conference, "probe");
      recovery = Duration.ofNanos(System.nanoTime() - over);
      load.awaitWrites(30);
      seen = load.stop();
    }

    Map<String, String> shown = awaitVisible(api, conference, "last");

    Map<String, String> lost = new TreeMap<>(seen.accepted());
    lost.entrySet().removeAll(shown.entrySet());
    TABLE.add(
        String.format(
            Locale.ROOT,
            "| %s%s | %d | %d | %.1f s | %.1f s | %d |",
            where,
            fault.title(LENGTH),
            seen.requests(),
            seen.errors(),
            seen.longestGap().toMillis() / 1e3,
            recovery.toMillis() / 1e3,
            lost.size()));
    assertThat(lost).as("%s, seed %d", fault, seed).isEmpty();
    assertThat(shown).hasSize(seen.accepted().size() + 2);
    assertThat(seen.incurable()).as("statuses that no repetition cures").isEmpty();
    assertThat(seen.backwards()).as("revisions that a reader saw go back").isZero();
    String live = hugo(api, conference);
    stack.rebuild();
    assertThat(hugo(stack.operator("summary-service"), conference))
        .as("a digest rebuilt from the topics")
        .isEqualTo(live);
  }

  private static String hugo(Api api, String conference) {
    return api.get("/api/v1/conferences/" + conference + "/digest.hugo.md").ok().text();
  }

  /** Writes a note, and gives the entries of a digest that holds it. */
  private static Map<String, String> awaitVisible(Api api, String conference, String note) {
    Answer written =
        DigestSystem.await(
            Duration.ofMinutes(3),
            () ->
                api.put(
                    "/api/v1/conferences/%s/notes/%s".formatted(conference, note),
                    Api.JSON,
                    Load.note(note)),
            answer -> answer.status() < 300);
    return Entries.of(
        DigestSystem.await(
                Duration.ofMinutes(3),
                () -> api.digestAfter(written, conference, "json"),
                answer -> answer.status() == 200)
            .json());
  }

  private static int number(String variable, int otherwise) {
    String given = System.getenv(variable);
    return given == null ? otherwise : Integer.parseInt(given);
  }
}
