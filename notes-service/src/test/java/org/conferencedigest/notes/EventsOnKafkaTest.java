package org.conferencedigest.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.notes.Service.ANN;
import static org.conferencedigest.notes.Service.EDITOR;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestMachine;
import org.junit.jupiter.api.Test;

class EventsOnKafkaTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @Test
  void reachTheirTopicsInOrderOnceTheyAreWritten() {
    Database database = TestMachine.freshDatabase();
    String kafka = TestMachine.kafka().bootstrapServers();
    Map<String, Object> settings = Map.of("kafka.bootstrap.servers", kafka);
    try (Service one = Service.start(database, settings);
        Service two = Service.start(database, settings)) {
      one.put("/sent", EDITOR, "{\"title\": \"Kelp\"}").is(201);
      for (int i = 1; i <= 20; i++) {
        Service service = i % 2 == 0 ? one : two;
        String note = "{\"title\": \"N\", \"body\": \"" + i + "\"}";
        service.put(
            "/sent/notes/n",
            ANN,
            note,
            "X-Request-Id",
            "request-" + i,
            "traceparent",
            "00-" + TRACE + "-b7ad6b7169203331-01");
      }
      one.delete("/sent/notes/n", ANN).is(204);

      List<ConsumerRecord<String, String>> records = read(kafka, 22);

      List<ConsumerRecord<String, String>> notes =
          records.stream().filter(r -> r.topic().equals("talk-reviewed")).toList();
      assertThat(notes).hasSize(21).allSatisfy(r -> assertThat(r.key()).isEqualTo("sent/n"));
      for (int i = 0; i < notes.size(); i++) {
        assertThat(notes.get(i).value()).contains("\"version\":" + (i + 1));
      }
      assertThat(header(notes.getFirst(), "ce_id")).isEqualTo("sent/n/1");
      assertThat(header(notes.getFirst(), "ce_type"))
          .isEqualTo("org.conferencedigest.talk-reviewed.v1");
      assertThat(header(notes.get(6), "x-request-id")).isEqualTo("request-7");
      assertThat(header(notes.get(6), "traceparent")).contains(TRACE);
      assertThat(notes.getLast().value())
          .matches(
              "\\{\"conference\":\"sent\",\"note\":\"n\",\"version\":21,"
                  + "\"retractedAt\":\"[0-9T:.-]+Z\"}");
    }
  }

  private static List<ConsumerRecord<String, String>> read(String kafka, int count) {
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka,
            ConsumerConfig.GROUP_ID_CONFIG,
            "events-on-kafka-test",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("talk-reviewed", "conference-changed"));
      Instant deadline = Instant.now().plusSeconds(60);
      while (records.size() < count && Instant.now().isBefore(deadline)) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  if (record.key().split("/")[0].equals("sent")) {
                    records.add(record);
                  }
                });
      }
    }
    return records;
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    Header header = Objects.requireNonNull(record.headers().lastHeader(name), name);
    return new String(header.value(), UTF_8);
  }
}
