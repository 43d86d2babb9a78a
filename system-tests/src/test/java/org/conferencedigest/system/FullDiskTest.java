package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full is an outage like others: told clearly, and over when there is room. */
@NeedsDocker
class FullDiskTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir static Path folder;
  private static Stack stack;

  /** With disks of memory, which are small, and not the machine's. */
  @BeforeAll
  static void start() throws IOException {
    Path disks =
        Files.writeString(
            folder.resolve("disks.yaml"),
            """
            services:
              # A disk of memory lasts as long as somebody has it mounted: through every restart.
              holder:
                image: conference-digest/digest:%s
                entrypoint: ["sleep", "infinity"]
                restart: always
                stop_grace_period: 0s
                network_mode: none
                volumes: ["postgres:/one", "kafka:/two"]
              postgres: {depends_on: {holder: {condition: service_started}}}
              kafka: {depends_on: {holder: {condition: service_started}}}
            volumes:
              postgres: {driver_opts: {type: tmpfs, device: tmpfs, o: "size=256m"}}
              kafka: {driver_opts: {type: tmpfs, device: tmpfs, o: "size=96m"}}
            """
                .formatted(Docker.VERSION));
    stack = Stack.start("disk", disks);
  }

  @AfterAll
  static void stop() {
    stack.close();
    stack.assertGone();
  }

  @Test
  void aFullDiskOfTheDatabaseIsToldAndLosesNothing() {
    Map<String, String> accepted = new TreeMap<>();
    Api api = conference("disk-database");
    write(api, "disk-database", accepted, 20);

    fill("postgres", "/var/lib/postgresql/filling");
    Answer refused =
        DigestSystem.await(
            PATIENCE,
            () -> writeOnce(api, "disk-database", "refused", "x".repeat(200_000)),
            answer -> answer.status() >= 300);
    refused.problem(503);
    assertThat(api.get(digest("disk-database")).status()).isEqualTo(200);
    free("postgres", "/var/lib/postgresql/filling");

    assertAllThere(api, "disk-database", accepted);
  }

  @Test
  void aFullDiskOfTheBrokerStopsNoWriteAndLosesNothing() {
    Map<String, String> accepted = new TreeMap<>();
    Api api = conference("disk-broker");
    write(api, "disk-broker", accepted, 20);

    fill("kafka", "/var/lib/kafka/data/filling");
    write(api, "disk-broker", accepted, 40);
    Answer late = writeOnce(api, "disk-broker", "late", "x".repeat(500_000));
    accepted.put("late", "x".repeat(500_000));
    assertThat(late.ok().header("Digest-After")).isNotEmpty();
    DigestSystem.await(
        PATIENCE,
        () ->
            api.get(
                digest("disk-broker"),
                "Digest-After",
                late.header("Digest-After"),
                "Prefer",
                "wait=1"),
        answer -> answer.status() == 504);
    free("kafka", "/var/lib/kafka/data/filling");

    assertAllThere(api, "disk-broker", accepted);
  }

  /**
   * The broker's index is mapped into memory: where its first page has no room on the disk, no
   * write fails, but the memory does.
   */
  @Test
  void aFullDiskBelowTheBrokersIndexLosesNothing() {
    Map<String, String> accepted = new TreeMap<>();
    Api api = conference("disk-index");
    DigestSystem.await(
        PATIENCE,
        () -> {
          Answer written = writeNext(api, "disk-index", accepted);
          api.digestAfter(written, "disk-index", "json").ok();
          return partitionsToBeIndexed();
        },
        found -> !found.isEmpty());

    String broker = stack.container("kafka");
    String restarts = Docker.inspect(broker, "{{.RestartCount}}");
    fill("kafka", "/var/lib/kafka/data/filling");
    writeNext(api, "disk-index", accepted);
    DigestSystem.await(
        PATIENCE,
        () -> Docker.inspect(broker, "{{.RestartCount}}"),
        count -> !count.equals(restarts));
    free("kafka", "/var/lib/kafka/data/filling");

    assertAllThere(api, "disk-index", accepted);
  }

  /** Those of which the next record makes the first entry of an index, in a page of its own. */
  private static String partitionsToBeIndexed() {
    return Docker.docker(
        "exec",
        stack.container("kafka"),
        "bash",
        "-c",
        """
        cd /var/lib/kafka/data
        for log in talk-reviewed-*/*.log; do
          if [ $(stat -c %s $log) -gt 4096 ] && [ $(stat -c %b ${log%.log}.index) = 0 ]; then
            echo $log
          fi
        done
        """);
  }

  private static Api conference(String name) {
    Api api = stack.editor();
    api.put("/api/v1/conferences/" + name, Api.JSON, "{\"title\":\"Disk\"}").ok();
    return api;
  }

  private static void write(Api api, String conference, Map<String, String> accepted, int count) {
    for (int i = 0; i < count; i++) {
      writeNext(api, conference, accepted);
    }
  }

  private static Answer writeNext(Api api, String conference, Map<String, String> accepted) {
    String note = "n" + accepted.size();
    accepted.put(note, "entry of " + note);
    return writeOnce(api, conference, note, "entry of " + note).ok();
  }

  private static Answer writeOnce(Api api, String conference, String note, String entry) {
    return api.put(
        "/api/v1/conferences/%s/notes/%s".formatted(conference, note), Api.JSON, body(entry));
  }

  /** Long entries in the body, where there is room for them. */
  private static String body(String entry) {
    return Load.note(entry.length() > 60_000 ? "long" : entry)
        .replace("\"B\"", "\"" + entry + "\"");
  }

  private static void assertAllThere(Api api, String conference, Map<String, String> accepted) {
    Answer last =
        DigestSystem.await(
            PATIENCE,
            () -> writeOnce(api, conference, "last", "the last one"),
            answer -> answer.status() < 300);
    Map<String, String> shown =
        Entries.of(
            DigestSystem.await(
                    PATIENCE,
                    () -> api.digestAfter(last, conference, "json"),
                    answer -> answer.status() == 200)
                .json());
    accepted.replaceAll((note, entry) -> entry.length() > 60_000 ? "long" : entry);
    assertThat(shown).containsAllEntriesOf(accepted).containsEntry("last", "the last one");

    stack.rebuild();
    assertThat(Entries.of(api.get(digest(conference)).ok().json()))
        .as("what a digest rebuilt from the topics shows")
        .isEqualTo(shown);
  }

  private static String digest(String conference) {
    return "/api/v1/conferences/%s/digest.json".formatted(conference);
  }

  /** Takes all the room there is. */
  private static void fill(String service, String file) {
    Docker.docker(
        "exec",
        stack.container(service),
        "bash",
        "-c",
        "head -c 1G /dev/zero > %s 2>/dev/null || true; ! echo x >> %s".formatted(file, file));
  }

  /** By the one who holds the disk: the others may be down. */
  private static void free(String service, String file) {
    Path path = Path.of(file);
    Docker.docker(
        "exec",
        "--user=0",
        stack.container("holder"),
        "rm",
        (service.equals("kafka") ? "/two/" : "/one/") + path.getFileName());
  }
}
