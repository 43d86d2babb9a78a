package org.conferencedigest.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiTest {

  private final JsonNode document = ContractFiles.asyncApi();

  @Test
  void hasNoReferenceThatLeadsNowhere() {
    List<String> references = new ArrayList<>();
    document.findValues("$ref").forEach(reference -> references.add(reference.asText()));

    assertThat(references).isNotEmpty().allSatisfy(ref -> assertThat(target(ref)).isNotNull());
  }

  @ParameterizedTest
  @EnumSource
  void describesEachTopicAndItsEvent(EventType type) {
    JsonNode channel = channel(type.topic());
    JsonNode kafka = target(channel.at("/bindings/$ref").asText()).get("kafka");
    JsonNode message = messageOf(channel);

    assertThat(kafka.get("partitions").asInt()).isEqualTo(EventType.PARTITIONS);
    assertThat(kafka.at("/topicConfiguration/cleanup.policy/0").asText()).isEqualTo("compact");
    assertThat(message.get("name").asText()).isEqualTo(type.type());
    assertThat(target(message.at("/payload/schema/$ref").asText()).get("$id").asText())
        .isEqualTo(type.dataSchema());
  }

  @ParameterizedTest
  @EnumSource
  void describesTheHeadersThatAreSent(EventType type) {
    JsonNode headers = messageOf(channel(type.topic())).at("/headers/allOf");
    Map<String, String> sent =
        new TreeMap<>(
            EventHeaders.of(
                type,
                "c/1",
                headers.at("/1/properties/ce_source/const").asText(),
                "c",
                Instant.EPOCH,
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "r-1"));
    JsonNode common = target(headers.at("/0/$ref").asText());
    List<String> required = new ArrayList<>();
    common.get("required").forEach(name -> required.add(name.asText()));

    assertThat(sent).containsKeys(required.toArray(String[]::new));
    sent.forEach(
        (name, value) -> {
          assertThat(common.at("/properties/" + name).isMissingNode()).as(name).isFalse();
          assertThat(ContractFiles.schema(common.at("/properties/" + name)).validate(text(value)))
              .as(name)
              .isEmpty();
          JsonNode own = headers.at("/1/properties/" + name + "/const");
          assertThat(own.asText(value)).as(name).isEqualTo(value);
        });
  }

  @Test
  void describesTheDeadLettersOfEachTopicThatIsConsumed() {
    for (EventType type : List.of(EventType.TALK_REVIEWED, EventType.CONFERENCE_CHANGED)) {
      JsonNode channel = channel(type.deadLetterTopic());

      assertThat(target(channel.at("/bindings/$ref").asText()).at("/kafka/partitions").asInt())
          .isEqualTo(EventType.PARTITIONS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesExamplesThatAreValid(EventType type) {
    JsonNode examples = messageOf(channel(type.topic())).get("examples");

    assertThat(examples).isNotEmpty();
    for (JsonNode example : examples) {
      assertThat(
              ContractFiles.schema(ContractFiles.schemaFile(type)).validate(example.get("payload")))
          .as(example.get("name").asText())
          .isEmpty();
    }
  }

  private JsonNode channel(String address) {
    for (JsonNode channel : document.get("channels")) {
      if (channel.get("address").asText().equals(address)) {
        return channel;
      }
    }
    throw new AssertionError("no channel for " + address);
  }

  private JsonNode messageOf(JsonNode channel) {
    return target(channel.get("messages").elements().next().get("$ref").asText());
  }

  /** What a reference names, in this document or in a file beside it. */
  private JsonNode target(String reference) {
    JsonNode target =
        reference.startsWith("#")
            ? document.at(reference.substring(1))
            : ContractFiles.read(reference);
    if (target.isMissingNode()) {
      throw new AssertionError("nothing at " + reference);
    }
    // A channel's message is itself a reference.
    return target.has("$ref") ? target(target.get("$ref").asText()) : target;
  }

  private static JsonNode text(String value) {
    return TextNode.valueOf(value);
  }
}
