package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A change of one sentence is a change of that sentence, everywhere, and of nothing else. */
class OneSentenceTest {

  private static final List<String> FORMATS = List.of("hugo.md", "md", "html", "json");
  private static final String CONFERENCE = "one-sentence";
  private static final String NOTE =
      "/api/v1/conferences/" + CONFERENCE + "/notes/data_quality_netflix";

  private final DigestSystem system = DigestSystem.running();

  @Test
  void changesThatSentenceInEveryFormatAndNothingElse() {
    Api api = system.editor();
    Answer imported =
        api.post(
                "/api/v1/conferences/" + CONFERENCE + "/content",
                Api.ZIP,
                Samples.zip(Samples.markdown(Samples.demonstration())))
            .ok();
    Digests before = digests(imported);
    Answer note = api.get(NOTE, "Accept", Api.JSON).ok();
    String entry = note.json().path("review").path("entry").asText();
    String sentence = lastSentence(entry);
    String other = "Seven purple zebras quietly rearranged it.";
    ObjectNode changed = note.json().deepCopy();
    ((ObjectNode) changed.path("review")).put("entry", entry.replace(sentence, other));

    long published;
    Answer write;
    try (Topic topic = system.topic("talk-reviewed")) {
      long recordsBefore = topic.size();
      write = api.put(NOTE, Api.JSON, changed.toString(), "If-Match", note.header("ETag")).ok();
      digests(write);
      published = topic.size() - recordsBefore;
    }

    Digests after = digests(write);
    assertThat(published).isEqualTo(1);
    for (String format : FORMATS) {
      assertThat(after.in(format).text())
          .as(format)
          .isEqualTo(before.in(format).text().replace(sentence, other))
          .contains(other);
      assertThat(after.in(format).revision())
          .as(format)
          .isEqualTo(before.in(format).revision() + 1);
    }
    JsonNode changes =
        system
            .anybody()
            .get(
                "/api/v1/conferences/"
                    + CONFERENCE
                    + "/digest/changes?since="
                    + before.in("md").revision())
            .ok()
            .json();
    assertThat(changes.findValuesAsText("note")).containsExactly("data_quality_netflix");
  }

  @Test
  void writingTheSameNoteAgainMakesNoRevisionAndNoEvent() {
    Api api = system.editor();
    String path = "/api/v1/conferences/unchanged/notes/a";
    api.put("/api/v1/conferences/unchanged", Api.JSON, "{\"title\":\"Unchanged\"}").ok();
    String body = "{\"title\":\"A\",\"date\":\"2020-06-24\",\"body\":\"Text.\"}";
    Answer first = api.put(path, Api.JSON, body).ok();
    long revision = api.digestAfter(first, "unchanged", "md").ok().revision();

    try (Topic topic = system.topic("talk-reviewed")) {
      long before = topic.size();
      Answer second = api.put(path, Api.JSON, body).ok();

      assertThat(second.status()).isEqualTo(200);
      assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
      assertThat(api.digestAfter(second, "unchanged", "md").ok().revision()).isEqualTo(revision);
      assertThat(topic.size()).isEqualTo(before);
    }
  }

  /** The last sentence of an entry that has no link in it, so that every format says it alike. */
  private static String lastSentence(String entry) {
    String plain = entry.strip();
    int from = plain.lastIndexOf(". ", plain.length() - 2) + 2;
    String sentence = plain.substring(from);
    assertThat(sentence).as("a plain sentence").doesNotContain("](", "'", "\"", "&", "*", "`");
    return sentence;
  }

  private Digests digests(Answer write) {
    Map<String, Answer> digests = new LinkedHashMap<>();
    for (String format : FORMATS) {
      digests.put(format, system.anybody().digestAfter(write, CONFERENCE, format).ok());
    }
    return new Digests(digests);
  }

  private record Digests(Map<String, Answer> byFormat) {
    Answer in(String format) {
      return Objects.requireNonNull(byFormat.get(format));
    }
  }
}
