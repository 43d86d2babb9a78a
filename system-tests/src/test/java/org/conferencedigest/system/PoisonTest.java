package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

/** Rubbish on the topic is set aside with a reason, and holds nobody up. */
class PoisonTest {

  private final DigestSystem system = DigestSystem.running();

  @Test
  void deadLettersRubbishAndAppliesTheNextGoodEventWithinASecond() throws Exception {
    Api api = system.editor();
    Answer written = api.put("/api/v1/conferences/poison", Api.JSON, "{\"title\":\"P\"}").ok();
    api.digestAfter(written, "poison", "md").ok();
    Api operator = api.at(system.summaryService());
    int before = deadLetters(operator);

    try (Topic topic = system.topic("talk-reviewed")) {
      topic.write(record("poison/a", Map.of(), new byte[] {0, 1, 2, (byte) 0xff}));
      topic.write(record("poison/b", type("com.example.unknown.v1"), "{}".getBytes(UTF_8)));
      topic.write(record("poison/c", type(good()), "{\"conference\":7}".getBytes(UTF_8)));
      topic.write(record("poison/d", type(good()), "x".repeat(5_000_000).getBytes(UTF_8)));
    }
    Answer write =
        api.put(
                "/api/v1/conferences/poison/notes/good",
                Api.JSON,
                "{\"title\":\"Good\",\"date\":\"2020-06-24\",\"body\":\"Still standing.\"}")
            .ok();
    Instant accepted = Instant.now();
    Answer read = api.digestAfter(write, "poison", "md").ok();

    assertThat(Duration.between(accepted, Instant.now())).isLessThan(Duration.ofSeconds(1));
    assertThat(read.text()).contains("Still standing.");
    List<JsonNode> letters = letters(operator);
    assertThat(letters).hasSize(before + 4);
    assertThat(letters).allSatisfy(l -> assertThat(l.path("reason").asText()).isNotBlank());
  }

  private static int deadLetters(Api operator) {
    return letters(operator).size();
  }

  private static List<JsonNode> letters(Api operator) {
    return operator
        .get("/internal/dead-letters?limit=200")
        .ok()
        .json()
        .path("items")
        .valueStream()
        .toList();
  }

  private static String good() {
    return "org.conferencedigest.talk-reviewed.v1";
  }

  private static Map<String, String> type(String type) {
    return Map.of("ce_type", type);
  }

  private static ProducerRecord<byte[], byte[]> record(
      String key, Map<String, String> headers, byte[] body) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>("talk-reviewed", key.getBytes(UTF_8), body);
    headers.forEach(
        (name, value) -> record.headers().add(new RecordHeader(name, value.getBytes(UTF_8))));
    return record;
  }
}
