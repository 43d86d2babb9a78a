package org.conferencedigest.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

  private static final Instant NOON = Instant.parse("2020-06-24T12:00:00Z");

  private final EventCodec codec = new EventCodec(ObjectMapper.getDefault());

  @Test
  void readsBackTheEventsItWrites() throws BadEventException {
    TalkReviewed reviewed = new TalkReviewed("spark-2020", "netflix", 3, note());
    ConferenceChanged changed = new ConferenceChanged("spark-2020", 1, conference());
    DigestUpdated updated =
        new DigestUpdated(
            "spark-2020",
            7,
            false,
            NOON,
            List.of(new DigestChange(DigestChange.Kind.ADDED, "netflix")),
            false,
            Map.of("html", "abc"),
            Map.of("notes/netflix", 3L));

    assertThat(reread(EventType.TALK_REVIEWED, reviewed)).isEqualTo(reviewed);
    assertThat(reread(EventType.CONFERENCE_CHANGED, changed)).isEqualTo(changed);
    assertThat(reread(EventType.DIGEST_UPDATED, updated)).isEqualTo(updated);
  }

  @Test
  void aRetractionCarriesNoText() {
    assertThat(new String(codec.write(new TalkReviewed("c", "n", 2, null)), UTF_8))
        .isEqualTo("{\"conference\":\"c\",\"note\":\"n\",\"version\":2}");
  }

  /** Empty is not absent: a page may have a front matter and no body, an outline no line. */
  @Test
  void keepsWhatIsEmpty() throws BadEventException {
    TalkReviewed reviewed =
        new TalkReviewed(
            "c",
            "n",
            1,
            new ReviewedNote(
                "a", "", "2020-06-24", "+++\n+++\n", "", Review.NONE, List.of(), NOON, NOON));
    ConferenceChanged changed =
        new ConferenceChanged(
            "c",
            1,
            new ConferenceContent(
                "",
                null,
                null,
                "UTC",
                null,
                "",
                new DigestSettings("", "", "+++\n+++\n", "c", "f")));

    assertThat(reread(EventType.TALK_REVIEWED, reviewed)).isEqualTo(reviewed);
    assertThat(reread(EventType.CONFERENCE_CHANGED, changed)).isEqualTo(changed);
  }

  @Test
  void writesTheWordsOfTheContract() {
    assertThat(new String(codec.write(new TalkReviewed("c", "n", 1, note())), UTF_8))
        .contains(
            "\"verdict\":\"worth-watching\"", "\"kind\":\"keynote\"", "\"kind\":\"recording\"");
    assertThat(
            new String(codec.write(new DigestChange(DigestChange.Kind.REMOVED, "netflix")), UTF_8))
        .isEqualTo("{\"kind\":\"removed\",\"note\":\"netflix\"}");
  }

  @Test
  void ignoresPropertiesOfLaterVersions() throws BadEventException {
    byte[] body =
        "{\"conference\":\"c\",\"note\":\"n\",\"version\":2,\"mood\":{\"a\":[1]}}".getBytes(UTF_8);

    assertThat(read(body)).isEqualTo(new TalkReviewed("c", "n", 2, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\u0000\u0001",
        "{",
        "{}",
        "{\"conference\":\"c\",\"version\":1}",
        "{\"note\":\"n\",\"version\":1}",
        "{\"conference\":\"c\",\"note\":\"n\"}",
        "{\"conference\":\"c\",\"note\":\"n\",\"version\":0}",
        "{\"conference\":\"c\",\"note\":\"n\",\"version\":\"soon\"}",
        "{\"conference\":\"c\",\"note\":\"n\",\"version\":1,\"content\":{}}",
        "{\"conference\":\"c\",\"note\":\"n\",\"version\":1,\"content\":{\"title\":\"t\"}}"
      })
  void saysWhyABodyIsNoEvent(String body) {
    assertThatThrownBy(() -> read(body.getBytes(UTF_8)))
        .isInstanceOf(BadEventException.class)
        .hasMessageMatching("(?s)(empty body|the body is null|not a org.*: .+)");
  }

  @Test
  void saysWhichPropertyIsMissing() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"conference\":\"c\",\"note\":\"n\",\"version\":1,\"content\":{}}"
                        .getBytes(UTF_8)))
        .hasMessageContaining("author is missing");
  }

  @Test
  void refusesAnEventOfAnotherType() {
    assertThatThrownBy(
            () ->
                codec.read(
                    EventType.TALK_REVIEWED, TalkReviewed.class, "com.example.x", new byte[] {1}))
        .isInstanceOf(BadEventException.class)
        .hasMessageContaining("com.example.x");
    assertThatThrownBy(
            () -> codec.read(EventType.TALK_REVIEWED, TalkReviewed.class, null, new byte[] {1}))
        .hasMessageContaining("ce_type");
  }

  private TalkReviewed read(byte[] body) throws BadEventException {
    return codec.read(
        EventType.TALK_REVIEWED, TalkReviewed.class, EventType.TALK_REVIEWED.type(), body);
  }

  private Object reread(EventType type, Object event) throws BadEventException {
    return codec.read(type, event.getClass(), type.type(), codec.write(event));
  }

  private static ReviewedNote note() {
    return new ReviewedNote(
        "ann",
        "Netflix",
        "2020-06-25T16:00:00",
        "+++\n+++\n",
        "Body",
        new Review(Verdict.WORTH_WATCHING, "entry", null, "wednesday", 10, null),
        List.of(
            new Talk(
                "t",
                "Talk",
                TalkKind.KEYNOTE,
                null,
                40,
                null,
                null,
                "abstract",
                false,
                List.of(new Speaker("Bo", null, "Netflix", null, "Bo (Netflix)")),
                List.of(new TalkLink(LinkKind.RECORDING, "https://example.org", null)))),
        NOON,
        NOON);
  }

  private static ConferenceContent conference() {
    return new ConferenceContent(
        "Spark",
        LocalDate.of(2020, 6, 24),
        null,
        "UTC",
        null,
        "# outline",
        new DigestSettings("Spark", null, "+++\n+++\n", "spark/2020", "summary.md"));
  }
}
