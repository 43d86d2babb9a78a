package org.conferencedigest.summary.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.testing.Samples.conference;
import static org.conferencedigest.summary.testing.Samples.freshConference;
import static org.conferencedigest.summary.testing.Samples.note;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.testing.Await;
import org.conferencedigest.summary.testing.Instance;
import org.conferencedigest.summary.testing.Sender;
import org.conferencedigest.summary.testing.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is stored of a conference cannot be read, a failure that no event of it is to blame for. */
class UnknownFailureTest {

  private static final String KAFKA = TestMachine.kafka().bootstrapServers();

  private final Database database = TestMachine.freshDatabase();
  private final Sender sender = new Sender(KAFKA);
  private final Topics topics = new Topics(KAFKA);
  private final String broken = freshConference();
  private final String whole = freshConference();

  @AfterEach
  void close() {
    sender.close();
  }

  @Test
  void waitsWhileOthersAreAppliedAndIsAppliedOnceItPasses() throws SQLException {
    try (Instance service = Instance.start(database, KAFKA, "unknown-failure-test")) {
      begin(service);
      store("not JSON");
      RecordMetadata sent = sender.send(note(broken, "one", 1, "It was about one."));
      sender.send(note(whole, "two", 1, "It was about two."));
      Await.until(
          () -> assertThat(service.digest(whole, Format.HUGO)).contains("It was about two."));
      store(new String(sender.body(conference(broken, 1, "A conference")), UTF_8));
      Await.until(
          () -> assertThat(service.digest(broken, Format.HUGO)).contains("It was about one."));
      assertThat(letterOf(sent)).isNull();
    }
  }

  @Test
  void isADeadLetterAfterTheLastAttempt() throws SQLException {
    Map<String, Object> settings = Map.of("digest.intake.most-attempts", 3);
    try (Instance service = Instance.start(database, KAFKA, "last-attempt-test", settings)) {
      begin(service);
      store("not JSON");
      RecordMetadata sent = sender.send(note(broken, "one", 1, "It was about one."));
      assertThat(Await.answer(() -> letterOf(sent))).isNotNull();
    }
  }

  private void begin(Instance service) {
    sender.send(conference(broken, 1, "A conference"));
    sender.send(conference(whole, 1, "A conference"));
    Await.until(() -> assertThat(service.digest(broken, Format.HUGO)).isNotEmpty());
    Await.until(() -> assertThat(service.digest(whole, Format.HUGO)).isNotEmpty());
  }

  /** As if another instance had written it, so that what is in memory does not hide it. */
  private void store(String body) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement update =
            connection.prepareStatement(
                """
                update conference_state set body = ?, state_version = state_version + 1,
                changed_in = state_version + 1 where conference = ?
                """)) {
      update.setBytes(1, body.getBytes(UTF_8));
      update.setString(2, broken);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private @Nullable ConsumerRecord<byte[], byte[]> letterOf(RecordMetadata sent) {
    return topics.records("talk-reviewed.dlq").stream()
        .filter(letter -> text(letter, "dlq-offset").equals(String.valueOf(sent.offset())))
        .filter(letter -> text(letter, "dlq-partition").equals(String.valueOf(sent.partition())))
        .findFirst()
        .orElse(null);
  }

  private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }
}
