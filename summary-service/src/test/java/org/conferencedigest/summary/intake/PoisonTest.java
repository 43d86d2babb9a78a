package org.conferencedigest.summary.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.testing.Samples.conference;
import static org.conferencedigest.summary.testing.Samples.freshConference;
import static org.conferencedigest.summary.testing.Samples.note;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.events.EventHeaders;
import org.conferencedigest.events.EventType;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.testing.Await;
import org.conferencedigest.summary.testing.Instance;
import org.conferencedigest.summary.testing.Sender;
import org.conferencedigest.summary.testing.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoisonTest {

  private static final String KAFKA = TestMachine.kafka().bootstrapServers();
  private static final Database DATABASE = TestMachine.freshDatabase();

  private static Instance service;
  private static Sender sender;

  private final String conference = freshConference();
  private final Topics topics = new Topics(KAFKA);

  @BeforeAll
  static void start() {
    service = Instance.start(DATABASE, KAFKA, "poison-test");
    sender = new Sender(KAFKA);
  }

  @AfterAll
  static void stop() {
    service.close();
    sender.close();
  }

  @BeforeEach
  void beginADigest() {
    sender.send(conference(conference, 1, "A conference"));
    Await.until(() -> assertThat(service.digest(conference, Format.HUGO)).isNotEmpty());
  }

  @Test
  void rubbish() {
    expectLetter(body("\u0000\u0001not JSON".getBytes(UTF_8)), "not a org.conferencedigest");
  }

  @Test
  void noBody() {
    expectLetter(body(null), "no body");
  }

  @Test
  void anotherSchema() {
    expectLetter(body("{\"version\": \"many\", \"note\": []}".getBytes(UTF_8)), "not a org");
  }

  @Test
  void deepNesting() {
    String deep = "[".repeat(100_000);
    expectLetter(body(("{\"x\":" + deep).getBytes(UTF_8)), "not a org");
  }

  @Test
  void anUnknownType() {
    TalkReviewed event = note(conference, "poison", 1, "Words.");
    Map<String, String> headers = Sender.headers(event);
    headers.put(EventHeaders.TYPE, "org.conferencedigest.talk-reviewed.v9");
    expectLetter(
        sending(Sender.key(event), sender.body(event), headers),
        "unknown type org.conferencedigest.talk-reviewed.v9");
  }

  @Test
  void aKeyOfAnotherEntity() {
    TalkReviewed event = note(conference, "poison", 1, "Words.");
    expectLetter(
        sending(conference + "/other", sender.body(event), Sender.headers(event)),
        "the record's key is not " + conference + "/poison");
  }

  @Test
  void aBodyOfFiveMegabytes() {
    topics.allow(EventType.TALK_REVIEWED.topic(), 10_000_000);
    TalkReviewed event = note(conference, "poison", 1, "x".repeat(5_000_000));
    ConsumerRecord<byte[], byte[]> letter =
        expectLetter(
            sending(Sender.key(event), sender.body(event), Sender.headers(event)), "body of 5");
    assertThat(letter.value()).isNull();
    assertThat(header(letter, "dlq-body-omitted")).startsWith("5");
  }

  @Test
  void anEventThatTheDatabaseRefusesForGoodDoesNotStopItsBatch() throws SQLException {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create or replace function refuse() returns trigger language plpgsql as
          $$ begin raise exception 'refused' using errcode = '22000'; end $$;
          create or replace trigger refuse before insert on note_state
          for each row when (new.note = 'cursed') execute function refuse();
          """);
    }
    expectLetter(
        () -> sender.send(note(conference, "cursed", 1, "Words.")),
        "cannot be applied: SQLSTATE 22000");
    assertThat(service.digest(conference, Format.HUGO)).doesNotContain("cursed");
  }

  /**
   * Sends poison between good events: it becomes a letter, and they are applied within a second.
   */
  private ConsumerRecord<byte[], byte[]> expectLetter(Sending poison, String reason) {
    sender.send(note(conference, "before", 1, "Before."));
    RecordMetadata sent = poison.send();
    sender.send(note(conference, "after", 1, "After."));
    long applied = System.nanoTime();
    Await.until(
        () -> assertThat(service.digest(conference, Format.HUGO)).contains("Before.", "After."));
    assertThat(Duration.ofNanos(System.nanoTime() - applied)).isLessThan(Duration.ofSeconds(1));
    ConsumerRecord<byte[], byte[]> letter = Await.answer(() -> letterOf(sent));
    assertThat(header(letter, "dlq-reason")).contains(reason);
    assertThat(header(letter, "dlq-topic")).isEqualTo("talk-reviewed");
    assertThat(header(letter, "dlq-timestamp")).isEqualTo(String.valueOf(sent.timestamp()));
    assertThat(header(letter, EventHeaders.REQUEST_ID)).isEqualTo(Sender.REQUEST_ID);
    return letter;
  }

  private @Nullable ConsumerRecord<byte[], byte[]> letterOf(RecordMetadata sent) {
    return topics.records("talk-reviewed.dlq").stream()
        .filter(letter -> String.valueOf(sent.offset()).equals(header(letter, "dlq-offset")))
        .filter(letter -> String.valueOf(sent.partition()).equals(header(letter, "dlq-partition")))
        .findFirst()
        .orElse(null);
  }

  private Sending body(byte @Nullable [] body) {
    TalkReviewed event = note(conference, "poison", 1, "Words.");
    return sending(Sender.key(event), body, Sender.headers(event));
  }

  private Sending sending(
      @Nullable String key, byte @Nullable [] body, Map<String, String> headers) {
    return () -> sender.send(EventType.TALK_REVIEWED, conference, key, body, headers);
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  @FunctionalInterface
  private interface Sending {
    RecordMetadata send();
  }
}
