package org.conferencedigest.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.serde.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {

  private final EventCodec codec = new EventCodec(ObjectMapper.getDefault());

  static Stream<Arguments> events() {
    return Stream.of(
        arguments(EventType.TALK_REVIEWED, Examples.fullNote()),
        arguments(EventType.TALK_REVIEWED, Examples.leastNote()),
        arguments(EventType.TALK_REVIEWED, Examples.retraction()),
        arguments(EventType.CONFERENCE_CHANGED, Examples.fullConference()),
        arguments(EventType.CONFERENCE_CHANGED, Examples.leastConference()),
        arguments(EventType.CONFERENCE_CHANGED, Examples.deletion()),
        arguments(EventType.DIGEST_UPDATED, Examples.fullUpdate()),
        arguments(EventType.DIGEST_UPDATED, Examples.goneDigest()));
  }

  @ParameterizedTest
  @MethodSource("events")
  void holdsForEventsThatAreWritten(EventType type, Object event) {
    assertThat(problems(type, body(event))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void namesEveryPropertyThatIsWritten(EventType type, Object event) {
    JsonNode strict = closed(ContractFiles.schemaFile(type).deepCopy());

    assertThat(ContractFiles.schema(strict).validate(body(event))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void leavesRoomForPropertiesOfLaterVersions(EventType type, Object event) {
    ObjectNode body = (ObjectNode) body(event);
    body.putObject("mood").putArray("a").add(1);

    assertThat(problems(type, body)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void missesWhateverIsRequired(EventType type, Object event) {
    for (JsonNode name : ContractFiles.schemaFile(type).get("required")) {
      ObjectNode body = (ObjectNode) body(event);
      body.remove(name.asText());

      assertThat(problems(type, body)).as("without %s", name).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TALK_REVIEWED      | /conference                     | \"../x\"",
        "TALK_REVIEWED      | /conference                     | \"Spark\"",
        "TALK_REVIEWED      | /note                           | \"a/b\"",
        "TALK_REVIEWED      | /note                           | \"n\\n\"",
        "TALK_REVIEWED      | /note                           | \"\"",
        "TALK_REVIEWED      | /version                        | 0",
        "TALK_REVIEWED      | /version                        | \"soon\"",
        "TALK_REVIEWED      | /content                        | {}",
        "TALK_REVIEWED      | /content/date                   | \"yesterday\"",
        "TALK_REVIEWED      | /content/frontMatter            | 7",
        "TALK_REVIEWED      | /content/body                   | 7",
        "TALK_REVIEWED      | /content/review/verdict         | \"BEST\"",
        "TALK_REVIEWED      | /content/review/position        | 1.5",
        "TALK_REVIEWED      | /content/talks                  | null",
        "TALK_REVIEWED      | /content/talks/0/kind           | \"party\"",
        "TALK_REVIEWED      | /content/talks/0/start          | \"2020-06-24T09:00:00Z\"",
        "TALK_REVIEWED      | /content/talks/0/minutes        | -1",
        "TALK_REVIEWED      | /content/talks/0/speakers/0     | \"Bo\"",
        "TALK_REVIEWED      | /content/talks/0/links/0/kind   | \"RECORDING\"",
        "TALK_REVIEWED      | /content/updatedAt              | \"2020-06-24\"",
        "CONFERENCE_CHANGED | /content/startDate              | \"2020-02-30\"",
        "CONFERENCE_CHANGED | /content/timeZone               | \"\"",
        "CONFERENCE_CHANGED | /content/digest                 | null",
        "CONFERENCE_CHANGED | /content/digest/path            | \"/spark\"",
        "DIGEST_UPDATED     | /revision                       | 0",
        "DIGEST_UPDATED     | /deleted                        | true",
        "DIGEST_UPDATED     | /changes/0/kind                 | \"gone\"",
        "DIGEST_UPDATED     | /etags/html                     | 7",
        "DIGEST_UPDATED     | /applied/conference             | 0",
        "DIGEST_UPDATED     | /applied/talks                  | 1",
        "DIGEST_UPDATED     | /at                             | 1593000000",
      })
  void failsForWrongValues(EventType type, String pointer, String value) {
    ObjectNode body = (ObjectNode) body(full(type));
    int name = pointer.lastIndexOf('/');
    JsonNode parent = body.at(pointer.substring(0, name));
    JsonNode wrong = ContractFiles.json(value.getBytes(UTF_8));
    if (parent instanceof ObjectNode object) {
      object.set(pointer.substring(name + 1), wrong);
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(pointer.substring(name + 1)), wrong);
    }

    assertThat(problems(type, body)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void goesByTheNameThatEventsCallIt(EventType type) {
    JsonNode schema = ContractFiles.schemaFile(type);

    assertThat(schema.get("$id").asText()).isEqualTo(type.dataSchema());
    assertThat(schema.get("title").asText()).isEqualTo(type.topic());
    assertThat(
            ContractFiles.schema(
                    ContractFiles.json(
                        "{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}"
                            .getBytes(UTF_8)))
                .validate(schema))
        .isEmpty();
  }

  @Test
  void listsTheWordsOfTheCode() {
    JsonNode note = ContractFiles.schemaFile(EventType.TALK_REVIEWED).get("$defs");
    JsonNode update = ContractFiles.schemaFile(EventType.DIGEST_UPDATED);

    assertThat(words(note.at("/review/properties/verdict")))
        .containsExactlyElementsOf(Stream.of(Verdict.values()).map(Verdict::word).toList());
    assertThat(words(note.at("/talk/properties/kind")))
        .containsExactlyElementsOf(Stream.of(TalkKind.values()).map(TalkKind::word).toList());
    assertThat(words(note.at("/link/properties/kind")))
        .containsExactlyElementsOf(Stream.of(LinkKind.values()).map(LinkKind::word).toList());
    assertThat(words(update.at("/$defs/change/properties/kind")))
        .containsExactlyElementsOf(
            Stream.of(DigestChange.Kind.values()).map(DigestChange.Kind::word).toList());
    assertThat(update.at("/properties/changes/maxItems").asInt())
        .isEqualTo(DigestUpdated.MOST_CHANGES);
    assertThat(update.at("/properties/applied/maxProperties").asInt())
        .isEqualTo(DigestUpdated.MOST_CHANGES);
    assertThat(note.at("/slug/maxLength").asInt()).isEqualTo(Slug.LONGEST);
  }

  @Property(tries = 200)
  void acceptsEverySlug(@ForAll String title) {
    assertThat(
            problems(
                EventType.TALK_REVIEWED, body(new TalkReviewed(Slug.from(title), "n", 1, null))))
        .isEmpty();
  }

  private JsonNode body(Object event) {
    return ContractFiles.json(codec.write(event));
  }

  private static List<?> problems(EventType type, JsonNode body) {
    return ContractFiles.schema(ContractFiles.schemaFile(type)).validate(body);
  }

  private static Object full(EventType type) {
    return switch (type) {
      case TALK_REVIEWED -> Examples.fullNote();
      case CONFERENCE_CHANGED -> Examples.fullConference();
      case DIGEST_UPDATED -> Examples.fullUpdate();
    };
  }

  /** The same schema without room for properties that it does not name. */
  private static JsonNode closed(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.has("properties")
        && object.path("type").asText().equals("object")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(SchemaTest::closed);
    return schema;
  }

  private static List<String> words(JsonNode schema) {
    List<String> words = new ArrayList<>();
    schema.get("enum").forEach(word -> words.add(word.asText()));
    return words;
  }
}
