package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A programme comes, comes again otherwise, and its recordings come: the digest says so. */
class ProgrammeTest {

  private static final String XML = "application/xml";

  private static final String PROGRAMME =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <schedule>
        <conference><title>Kelp Days</title><start>2031-05-06</start><end>2031-05-07</end>
          <time_zone_name>Europe/Lisbon</time_zone_name></conference>
        <day date="2031-05-06"><room name="Hall">
          <event guid="g1"><start>09:00</start><duration>0:45</duration><title>How kelp grows</title>
            <persons><person>Bo Li (Reef Inc.)</person></persons></event>
          <event guid="g2"><start>10:00</start><duration>0:45</duration><title>Tides, measured</title>
            <persons><person>Amy Bloom</person></persons></event>
          <event guid="g3"><start>11:00</start><duration>0:45</duration><title>Currents</title></event>
        </room></day>
      </schedule>
      """;

  private static final String RECORDINGS =
      """
      [{"title": "Tides, measured", "speakers": ["Amy Bloom"],
        "videos": [{"type": "youtube", "url": "https://film.example/tides"}]}]
      """;

  private final DigestSystem system = DigestSystem.running();

  @Test
  void movesAndCancelsTalksInTheDigest() {
    Api api = system.editor();
    imported(api, "programme", PROGRAMME);
    Answer written = noted(api, "programme");
    Answer before = api.digestAfter(written, "programme", "json").ok();
    assertThat(talk(before, "how-kelp-grows").path("start").asText())
        .startsWith("2031-05-06T09:00");
    assertThat(talk(before, "currents").path("cancelled").asBoolean()).isFalse();
    assertThat(api.digestAfter(written, "programme", "md").text()).contains("Bo Li (Reef Inc.)");

    Answer later =
        imported(
            api,
            "programme",
            PROGRAMME
                .replace("<start>09:00</start>", "<start>14:30</start>")
                .replaceAll("<event guid=\"g3\">.*</event>", ""));

    assertThat(later.json().path("changed").asInt()).isEqualTo(1);
    assertThat(later.json().path("cancelled").asInt()).isEqualTo(1);
    Answer after = api.digestAfter(later, "programme", "json").ok();
    assertThat(talk(after, "how-kelp-grows").path("start").asText()).startsWith("2031-05-06T14:30");
    assertThat(talk(after, "currents").path("cancelled").asBoolean()).isTrue();
    assertThat(talk(after, "tides-measured")).isEqualTo(talk(before, "tides-measured"));
    assertThat(changedSince(before, "programme")).containsOnly("on-kelp", "on-currents");
  }

  @Test
  void addsRecordingsToTheLinesTheyBelongTo() {
    Api api = system.editor();
    imported(api, "recordings", PROGRAMME);
    Answer before = api.digestAfter(noted(api, "recordings"), "recordings", "json").ok();

    Answer recordings = imported(api, "recordings", RECORDINGS);

    Answer after = api.digestAfter(recordings, "recordings", "json").ok();
    assertThat(talk(after, "tides-measured").path("links").findValuesAsText("url"))
        .containsExactly("https://film.example/tides");
    assertThat(changedSince(before, "recordings")).containsOnly("on-tides");
  }

  @Test
  void changesNothingWhenTheSameProgrammeComesAgain() {
    Api api = system.editor();
    imported(api, "same", PROGRAMME);
    long revision = api.digestAfter(noted(api, "same"), "same", "json").ok().revision();

    try (Topic topic = system.topic("talk-reviewed")) {
      long records = topic.size();
      Answer again = imported(api, "same", PROGRAMME);

      assertThat(again.json().path("unchanged").asInt()).isEqualTo(3);
      assertThat(api.digestAfter(again, "same", "json").ok().revision()).isEqualTo(revision);
      assertThat(topic.size()).isEqualTo(records);
    }
  }

  @Test
  void takesALargeProgramme() throws IOException {
    byte[] file = Files.readAllBytes(Samples.sample("schedules/fosdem_2026.xml"));

    Answer report = system.editor().post("/api/v1/conferences/large/schedule", XML, file).ok();

    assertThat(report.json().path("added").asInt())
        .isEqualTo(new String(file, UTF_8).split("<event ", -1).length - 1);
  }

  private static Answer imported(Api api, String conference, String file) {
    return api.post(
            "/api/v1/conferences/" + conference + "/schedule",
            "application/octet-stream",
            file.getBytes(UTF_8))
        .ok();
  }

  /** A note on each talk; the last one's answer. */
  private static Answer noted(Api api, String conference) {
    note(api, conference, "on-kelp", "how-kelp-grows");
    note(api, conference, "on-tides", "tides-measured");
    return note(api, conference, "on-currents", "currents");
  }

  private static Answer note(Api api, String conference, String note, String talk) {
    return api.put(
            "/api/v1/conferences/" + conference + "/notes/" + note,
            Api.JSON,
            """
            {"title": "%s", "date": "2031-05-06", "body": "Seen.", "talks": ["%s"]}"""
                .formatted(note, talk))
        .ok();
  }

  /** A talk as the digest tells it, whichever note covers it. */
  private static JsonNode talk(Answer digest, String slug) {
    for (JsonNode talks : digest.json().findValues("talks")) {
      for (JsonNode talk : talks) {
        if (talk.path("slug").asText().equals(slug)) {
          return talk;
        }
      }
    }
    throw new AssertionError("no talk " + slug + " in " + digest.text());
  }

  private List<String> changedSince(Answer digest, String conference) {
    return system
        .anybody()
        .get("/api/v1/conferences/" + conference + "/digest/changes?since=" + digest.revision())
        .ok()
        .json()
        .findValuesAsText("note");
  }
}
