package org.conferencedigest.summary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.testing.Samples.conference;
import static org.conferencedigest.summary.testing.Samples.freshConference;
import static org.conferencedigest.summary.testing.Samples.note;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.events.DigestUpdated;
import org.conferencedigest.events.EventCodec;
import org.conferencedigest.events.EventType;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.testing.Await;
import org.conferencedigest.summary.testing.Instance;
import org.conferencedigest.summary.testing.Sender;
import org.conferencedigest.summary.testing.Tokens;
import org.conferencedigest.summary.testing.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process that is killed, at whatever it is doing, while events come. */
class KilledTest {

  private static final String KAFKA = TestMachine.kafka().bootstrapServers();
  private static final int NOTES = 7;

  @TempDir Path folder;

  private final Database database = TestMachine.freshDatabase();
  private final String conference = freshConference();
  private final String group = "killed-" + conference;
  private final AtomicInteger sent = new AtomicInteger();

  @Test
  void everyEventIsInTheDigestAndNoRevisionIsLostOrRepeated() throws Exception {
    try (Sender sender = new Sender(KAFKA)) {
      for (int life = 0; life < 3; life++) {
        int before = sent.get();
        Process process = start();
        try {
          // The first life makes the topics, if no other test did.
          sender.send(conference(conference, life + 1, "A conference"));
          Await.until(() -> assertThat(progress()).isGreaterThan(before / 2));
          Thread writer = Thread.ofVirtual().start(() -> write(sender, 60));
          int killAt = before + 25 + 10 * life;
          Await.until(() -> assertThat(sent.get()).isGreaterThan(killAt));
          process.destroyForcibly().waitFor();
          writer.join();
        } finally {
          process.destroyForcibly();
        }
      }
      try (Instance last = Instance.start(database, KAFKA, group)) {
        Await.until(
            () -> {
              String digest = last.digest(conference, Format.HUGO);
              for (int note = 0; note < NOTES; note++) {
                assertThat(digest).contains("Note " + note + " at " + newest(note) + ".");
              }
            });
        try (Instance fresh = Instance.start(TestMachine.freshDatabase(), KAFKA, group + "-2")) {
          Await.until(
              () -> {
                for (Format format : Format.values()) {
                  assertThat(fresh.digest(conference, format))
                      .isEqualTo(last.digest(conference, format));
                }
              });
        }
        Await.until(() -> assertEachRevisionIsAnnounced(last, last.revision(conference)));
      }
    }
  }

  private void write(Sender sender, int count) {
    for (int i = 0; i < count; i++) {
      int number = sent.get();
      int note = number % NOTES;
      long version = number / NOTES + 1L;
      sender.send(
          note(conference, "note-" + note, version, "Note " + note + " at " + version + "."));
      sent.incrementAndGet();
    }
  }

  private long newest(int note) {
    return (sent.get() - 1 - note) / NOTES + 1L;
  }

  private void assertEachRevisionIsAnnounced(Instance service, long revision) {
    EventCodec codec = service.bean(EventCodec.class);
    List<Long> announced =
        new Topics(KAFKA)
            .records(EventType.DIGEST_UPDATED.topic()).stream()
                .filter(record -> conference.equals(new String(record.key(), UTF_8)))
                .map(
                    record -> {
                      try {
                        return codec
                            .read(
                                EventType.DIGEST_UPDATED,
                                DigestUpdated.class,
                                EventType.DIGEST_UPDATED.type(),
                                record.value())
                            .revision();
                      } catch (org.conferencedigest.events.BadEventException e) {
                        throw new AssertionError(e);
                      }
                    })
                .distinct()
                .toList();
    // The fresh instance announces its own, from 1 on: those are among them.
    assertThat(announced).containsAll(LongStream.rangeClosed(1, revision).boxed().toList());
  }

  /** How many events are stored: what a process has done that cannot be asked. */
  private long progress() throws Exception {
    try (var connection = database.connect();
        var select =
            connection.prepareStatement(
                "select coalesce(sum(version), 0) + 1 from note_state where conference = ?")) {
      select.setString(1, conference);
      var row = select.executeQuery();
      row.next();
      return row.getLong(1);
    } catch (java.sql.SQLException e) {
      // The first life has not made its tables yet.
      return 0;
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Ddigest.intake.group=" + group,
            "-Dmicronaut.server.port=-1",
            // What is killed leaves what it has unpacked.
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            SummaryService.class.getName());
    builder
        .environment()
        .putAll(
            java.util.Map.of(
                "DIGEST_DATABASE_URL", database.url(),
                "DIGEST_DATABASE_USER", database.user(),
                "DIGEST_DATABASE_PASSWORD", database.password(),
                "DIGEST_KAFKA", KAFKA,
                "DIGEST_JWKS_FILE", Tokens.keys().toString()));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("summary.log").toFile()))
        .start();
  }
}
