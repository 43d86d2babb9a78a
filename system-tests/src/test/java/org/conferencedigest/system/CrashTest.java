package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Parts die at the worst moment, while people write. No accepted write is lost, none shows twice.
 */
class CrashTest {

  private static final int WRITERS = 3;

  private static DigestSystem system;

  @BeforeAll
  static void start() {
    system = DigestSystem.start();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void everyAcceptedWriteIsInTheDigestAfterAKillOf(Part part) throws Exception {
    String conference = "crash-" + part.name().toLowerCase(java.util.Locale.ROOT);
    String path = "/api/v1/conferences/" + conference;
    system.editor().put(path, Api.JSON, "{\"title\":\"Crash\"}").ok();
    Map<String, String> accepted;
    try (Writers writers = new Writers(path)) {
      writers.awaitAccepted(60);
      system.killHard(part);
      writers.awaitAccepted(writers.accepted() + 60);
      accepted = writers.stop();
    }

    Answer last = writeUntilAccepted(path + "/notes/last", "the last one");
    JsonNode digest =
        DigestSystem.await(
                Duration.ofMinutes(1),
                () -> system.anybody().digestAfter(last, conference, "json"),
                answer -> answer.status() == 200)
            .json();
    Map<String, String> shown = Entries.of(digest);

    assertThat(shown).containsEntry("last", "the last one").containsAllEntriesOf(accepted);
    assertThat(shown).hasSize(accepted.size() + 1);
    String live = digestOf(conference);
    system.rebuild();
    assertThat(digestOf(conference)).as("a digest rebuilt from the topics").isEqualTo(live);
  }

  private static String digestOf(String conference) {
    return system
        .editor()
        .at(system.summaryService())
        .get("/api/v1/conferences/" + conference + "/digest.hugo.md")
        .ok()
        .text();
  }

  private static Answer writeUntilAccepted(String path, String entry) {
    String body =
        "{\"title\":\"N\",\"date\":\"2020-06-24\",\"body\":\"B\",\"review\":{\"entry\":\"%s\"}}"
            .formatted(entry);
    return DigestSystem.await(
        Duration.ofSeconds(90),
        () -> system.editor().put(path, Api.JSON, body),
        answer -> answer.status() < 300);
  }

  /** People who write, each to notes of her own, again and again until the write is accepted. */
  private static final class Writers implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Future<Map<String, String>>> writers;

    Writers(String path) {
      this.writers =
          java.util.stream.IntStream.range(0, WRITERS)
              .mapToObj(writer -> threads.submit(() -> write(path, writer)))
              .toList();
    }

    private Map<String, String> write(String path, int writer) {
      Map<String, String> last = new TreeMap<>();
      for (int i = 0; !stopped.get(); i++) {
        String note = "w" + writer + "-" + i % 4;
        String entry = "writer " + writer + " wrote " + i;
        writeUntilAccepted(path + "/notes/" + note, entry);
        last.put(note, entry);
        accepted.incrementAndGet();
      }
      return last;
    }

    int accepted() {
      return accepted.get();
    }

    void awaitAccepted(int count) {
      DigestSystem.await(Duration.ofMinutes(2), accepted::get, n -> n >= count);
    }

    /** What each note was last accepted with. */
    Map<String, String> stop() throws Exception {
      stopped.set(true);
      Map<String, String> all = new TreeMap<>();
      for (Future<Map<String, String>> writer : writers) {
        all.putAll(writer.get());
      }
      return all;
    }

    @Override
    public void close() {
      stopped.set(true);
      threads.close();
    }
  }
}
