package org.conferencedigest.notes.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.notes.Service.ANN;
import static org.conferencedigest.notes.Service.EDITOR;
import static org.conferencedigest.notes.Service.NOBODY;

import java.util.List;
import java.util.Map;
import org.conferencedigest.notes.Answer;
import org.conferencedigest.notes.Service;
import org.conferencedigest.notes.Stored;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TalksTest {

  private static final Service SERVICE = Service.start();

  private static final String IN = "/kelp/talks/";

  private static final String KEYNOTE =
      """
      {"title": "Kelp, and why", "kind": "keynote", "start": "2031-05-06T09:00:00", "minutes": 45,
       "room": "Hall 1", "track": "Main", "abstract": "All *of* it.", "cancelled": false,
       "speakers": [{"name": "Bo Li", "role": "diver", "affiliation": "Reef Inc.",
                     "link": "https://bo.example/", "text": "Bo Li (Reef Inc.)"}],
       "links": [{"kind": "recording", "url": "https://video.example/1", "label": "film"}]}
      """;

  @BeforeAll
  static void prepare() {
    SERVICE.put("/kelp", EDITOR, "{\"title\": \"Kelp Days\"}").is(201);
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " and more", " {}", "]", "\u0000"})
  void takesAWholeJsonTextAndNothingBehindIt(String behind) {
    SERVICE
        .put(IN + "whole", EDITOR, "{\"title\": \"A talk\"}" + behind)
        .is(behind.isEmpty() ? 201 : 400);
  }

  @Test
  void keepsATalk() {
    Answer created = SERVICE.put(IN + "keep", EDITOR, KEYNOTE).is(201);

    assertThat(created.header("Location")).isEqualTo("/api/v1/conferences/kelp/talks/keep");
    assertThat(created.header("ETag")).isEqualTo("\"1\"");
    assertThat(created.after()).isEqualTo(Map.of("conference", 1L));
    Answer read = SERVICE.get(IN + "keep", NOBODY).is(200);
    assertThat(read.text()).isEqualTo(created.text());
    assertThat(read.text())
        .isEqualTo(
            "{\"slug\":\"keep\",\"title\":\"Kelp, and why\",\"kind\":\"keynote\","
                + "\"start\":\"2031-05-06T09:00:00\",\"minutes\":45,\"room\":\"Hall 1\","
                + "\"track\":\"Main\",\"abstract\":\"All *of* it.\",\"cancelled\":false,"
                + "\"speakers\":[{\"name\":\"Bo Li\",\"role\":\"diver\","
                + "\"affiliation\":\"Reef Inc.\",\"link\":\"https://bo.example/\","
                + "\"text\":\"Bo Li (Reef Inc.)\"}],\"links\":[{\"kind\":\"recording\","
                + "\"url\":\"https://video.example/1\",\"label\":\"film\"}]}");
    assertThat(SERVICE.put(IN + "keep", EDITOR, read.text()).is(200).header("ETag"))
        .isEqualTo("\"1\"");
    SERVICE.get(IN + "keep", NOBODY, "If-None-Match", "\"1\"").is(304);
    SERVICE.put(IN + "keep", EDITOR, "{\"title\": \"T\"}", "If-Match", "\"2\"").isProblem(412);
    assertThat(SERVICE.put(IN + "bare", EDITOR, "{\"title\": \"T\"}").is(201).at("kind"))
        .isEqualTo("talk");
  }

  @Test
  void showsAChangeInEachPublishedNoteThatCoversTheTalk() {
    SERVICE.put(IN + "seen", EDITOR, KEYNOTE).is(201);
    String note = "{\"title\": \"N\", \"body\": \"\", \"talks\": [\"seen\"]}";
    SERVICE.put("/kelp/notes/one", ANN, note).is(201);
    SERVICE.put("/kelp/notes/two", ANN, note).is(201);
    SERVICE.put("/kelp/notes/draft", ANN, note.replace("{", "{\"state\": \"draft\", ")).is(201);
    SERVICE.put("/kelp/notes/other", ANN, "{\"title\": \"N\", \"body\": \"\"}").is(201);
    int before = Stored.events(SERVICE.database()).size();

    Answer changed = SERVICE.put(IN + "seen", EDITOR, KEYNOTE.replace("Hall 1", "Hall 2")).is(200);
    Answer same = SERVICE.put(IN + "seen", EDITOR, KEYNOTE.replace("Hall 1", "Hall 2")).is(200);
    Answer deleted = SERVICE.delete(IN + "seen", EDITOR).is(204);

    assertThat(changed.after()).isEqualTo(Map.of("notes/one", 2L, "notes/two", 2L));
    assertThat(same.after()).isEqualTo(changed.after());
    assertThat(deleted.after()).isEqualTo(Map.of("notes/one", 3L, "notes/two", 3L));
    List<Stored.Event> events = Stored.events(SERVICE.database());
    assertThat(events.subList(before, events.size()))
        .extracting(Stored.Event::key)
        .containsExactly("kelp/one", "kelp/two", "kelp/one", "kelp/two");
    assertThat(events.get(before).body()).contains("Hall 2");
    assertThat(events.getLast().body()).contains("\"talks\":[]");
    assertThat(SERVICE.get("/kelp/notes/one", NOBODY).header("ETag")).isEqualTo("\"1\"");
    SERVICE.put("/kelp/notes/one", ANN, note).is(200);
    assertThat(SERVICE.put(IN + "seen", EDITOR, KEYNOTE).is(201).header("ETag")).isEqualTo("\"4\"");
    assertThat(SERVICE.get("/kelp/notes?talk=seen", NOBODY).each("items", "slug"))
        .containsExactly("one", "two");
  }

  @Test
  void listsTalksInPages() {
    for (int i = 0; i < 5; i++) {
      SERVICE.put(IN + "page-" + i, EDITOR, KEYNOTE).is(201);
    }

    Answer first = SERVICE.get("/kelp/talks?limit=2", NOBODY).is(200);

    assertThat(first.each("items", "slug")).hasSize(2).isSorted();
    assertThat(first.header("Link")).contains("rel=\"next\"");
    SERVICE.get("/nowhere/talks", NOBODY).isProblem(404);
  }

  @Test
  void letsEditorsAloneWriteTalks() {
    SERVICE.put(IN + "mine", NOBODY, KEYNOTE).isProblem(401);
    SERVICE.put(IN + "mine", ANN, KEYNOTE).isProblem(403);
    SERVICE.delete(IN + "keep", ANN).isProblem(403);
    SERVICE.put("/nowhere/talks/t", EDITOR, KEYNOTE).isProblem(404);
    SERVICE.delete(IN + "never", EDITOR).isProblem(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                       | /title
          {"title": "x", "slug": "y"}                              | /slug
          {"title": "x", "kind": "party"}                          | /kind
          {"title": "x", "minutes": -1}                            | /minutes
          {"title": "x", "start": "2031-05-06"}                    | /start
          {"title": "x", "start": "+999999-05-06T09:00:00"}        | /start
          {"title": "x", "room": "\\u0000"}                        | /room
          {"title": "x", "speakers": [{}, null]}                   | /speakers/0/name /speakers/1
          {"title": "x", "speakers": [{"name": "a", "link": "x"}]} | /speakers/0/link
          {"title": "x", "links": [{"kind": "film", "url": "https://x.example"}]} | /links/0/kind
          {"title": "x", "links": [{"kind": "paper"}]}             | /links/0/url
          {"title": "x", "links": [{"kind": "paper", "url": "file:///etc/passwd"}]} | /links/0/url
          """)
  void saysWhatIsInvalid(String json, String pointers) {
    SERVICE.put(IN + "invalid", EDITOR, json).isProblem(422, pointers.split(" "));
  }
}
