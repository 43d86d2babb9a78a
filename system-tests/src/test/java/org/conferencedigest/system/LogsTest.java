package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Whatever goes well or wrong, no log holds a token, or what somebody wrote. */
class LogsTest {

  private static final String SECRET = "quagga-" + Long.toHexString(System.nanoTime());

  private final DigestSystem system = DigestSystem.running();

  @Test
  void holdNoTokenAndNoTextOfANote() throws Exception {
    Api editor = system.editor();
    String conference = "/api/v1/conferences/logged";
    editor.put(conference, Api.JSON, "{\"title\":\"L\",\"outline\":\"" + SECRET + "\"}").ok();
    Answer write =
        editor
            .put(
                conference + "/notes/n",
                Api.JSON,
                """
                {"title":"%1$s","body":"%1$s","review":{"entry":"%1$s","recommendation":"%1$s"}}
                """
                    .formatted(SECRET))
            .ok();
    editor.digestAfter(write, "logged", "md").ok();
    thingsThatGoWrong(editor, conference);
    rubbish();
    editor
        .put(conference + "/notes/n", Api.JSON, "{\"title\":\"N\",\"body\":\"" + SECRET + "!\"}")
        .ok();
    editor.put(conference + "/notes/after", Api.JSON, "{\"title\":\"After\",\"body\":\"B\"}").ok();
    Answer last = editor.delete(conference + "/notes/n").ok();
    editor.digestAfter(last, "logged", "md").ok();

    String token = Objects.requireNonNull(editor.token());
    String signature = token.substring(token.lastIndexOf('.') + 1);
    for (Path log : logs()) {
      String text = Files.readString(log, UTF_8);
      assertThat(text.contains(SECRET))
          .as("%s tells what was written", log.getFileName())
          .isFalse();
      assertThat(text.contains(signature)).as("%s holds a token", log.getFileName()).isFalse();
      assertThat(text.contains("eyJ"))
          .as("%s holds the like of a token", log.getFileName())
          .isFalse();
    }
    assertThat(logs()).extracting(log -> log.getFileName().toString()).hasSizeGreaterThan(4);
  }

  private void thingsThatGoWrong(Api editor, String conference) {
    List<Answer> refusals =
        List.of(
            editor.put(conference + "/notes/bad", Api.JSON, "{\"title\":\"" + SECRET),
            editor.put(conference + "/notes/bad", Api.JSON, "{\"title\":[\"" + SECRET + "\"]}"),
            editor.put(conference + "/notes/bad", Api.JSON, "{\"verdict\":\"" + SECRET + "\"}"),
            editor.put(conference + "/notes/bad", Api.MARKDOWN, "+++\ntitle = " + SECRET + "\n"),
            editor.put(conference + "/notes/bad", "image/png", SECRET),
            editor.put(
                conference + "/notes/large",
                Api.JSON,
                "{\"body\":\"" + SECRET.repeat(100_000) + "\"}"),
            editor.post(conference + "/content", Api.ZIP, SECRET.getBytes(UTF_8)),
            editor.as(editor.token() + "x").put(conference + "/notes/n", Api.JSON, SECRET),
            editor.get(conference + "/digest.md", "Digest-After", editor.token() + SECRET),
            editor.get("/api/v1/nothing/" + editor.token()));
    assertThat(refusals).allSatisfy(answer -> assertThat(answer.status()).isBetween(400, 499));
  }

  private void rubbish() throws Exception {
    try (Topic topic = system.topic("talk-reviewed")) {
      topic.write(
          new ProducerRecord<>(
              "talk-reviewed", "logged/n".getBytes(UTF_8), SECRET.getBytes(UTF_8)));
    }
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(system.data().resolve("logs"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
