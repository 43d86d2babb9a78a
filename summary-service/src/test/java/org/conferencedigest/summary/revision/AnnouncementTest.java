package org.conferencedigest.summary.revision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.testing.Samples.conference;
import static org.conferencedigest.summary.testing.Samples.deletedConference;
import static org.conferencedigest.summary.testing.Samples.freshConference;
import static org.conferencedigest.summary.testing.Samples.note;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.events.BadEventException;
import org.conferencedigest.events.DigestUpdated;
import org.conferencedigest.events.EventCodec;
import org.conferencedigest.events.EventHeaders;
import org.conferencedigest.events.EventType;
import org.conferencedigest.summary.testing.Await;
import org.conferencedigest.summary.testing.Instance;
import org.conferencedigest.summary.testing.Sender;
import org.conferencedigest.summary.testing.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

  private static final String KAFKA = TestMachine.kafka().bootstrapServers();

  private static Instance service;
  private static Sender sender;

  private final String conference = freshConference();
  private final Topics topics = new Topics(KAFKA);

  @BeforeAll
  static void start() {
    service = Instance.start(TestMachine.freshDatabase(), KAFKA, "announcement-test");
    sender = new Sender(KAFKA);
  }

  @AfterAll
  static void stop() {
    service.close();
    sender.close();
  }

  @Test
  void eachRevisionIsAnnouncedOnceInOrderWithTheTraceOfItsWrite() throws BadEventException {
    sender.send(conference(conference, 1, "A conference"));
    Await.until(() -> assertThat(service.revision(conference)).isEqualTo(1));
    for (int version = 1; version <= 5; version++) {
      sender.send(note(conference, "one", version, "Words " + version + "."));
      long revision = version + 1L;
      Await.until(() -> assertThat(service.revision(conference)).isEqualTo(revision));
    }
    sender.send(deletedConference(conference, 2));
    Await.until(() -> assertThat(announced()).hasSize(7));

    List<ConsumerRecord<byte[], byte[]>> records = announced();
    for (int i = 0; i < records.size(); i++) {
      DigestUpdated event = read(records.get(i));
      assertThat(event.revision()).isEqualTo(i + 1);
      assertThat(event.deleted()).isEqualTo(i == 6);
    }
    DigestUpdated third = read(records.get(2));
    assertThat(third.applied()).isEqualTo(Map.of("notes/one", 2L));
    assertThat(third.etags().keySet())
        .containsExactlyInAnyOrder("html", "md", "hugo.md", "jekyll.md", "json", "atom", "ics");
    ConsumerRecord<byte[], byte[]> record = records.get(2);
    assertThat(header(record, EventHeaders.REQUEST_ID)).isEqualTo(Sender.REQUEST_ID);
    assertThat(header(record, EventHeaders.TRACEPARENT))
        .startsWith(Sender.TRACEPARENT.substring(0, 36));
    assertThat(header(record, "x-committed-at")).isNotEmpty();
    assertThat(record.partition()).isEqualTo(Sender.partition(conference));
  }

  private List<ConsumerRecord<byte[], byte[]>> announced() {
    return topics.records(EventType.DIGEST_UPDATED.topic()).stream()
        .filter(record -> conference.equals(new String(record.key(), UTF_8)))
        .toList();
  }

  private static DigestUpdated read(ConsumerRecord<byte[], byte[]> record)
      throws BadEventException {
    return service
        .bean(EventCodec.class)
        .read(
            EventType.DIGEST_UPDATED,
            DigestUpdated.class,
            header(record, EventHeaders.TYPE),
            record.value());
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
