package org.conferencedigest.notes.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.notes.Service.ANN;
import static org.conferencedigest.notes.Service.BOB;
import static org.conferencedigest.notes.Service.EDITOR;
import static org.conferencedigest.notes.Service.NOBODY;
import static org.conferencedigest.notes.Service.READER;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conferencedigest.notes.Answer;
import org.conferencedigest.notes.Service;
import org.conferencedigest.notes.Stored;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotesTest {

  private static final Service SERVICE = Service.start();

  private static final String IN = "/kelp/notes/";

  private static final String FOREST =
      """
      {"title": "The Forest", "date": "2031-05-06T10:00:00", "body": "Below the waves.\\n",
       "talks": ["keynote"],
       "review": {"verdict": "best", "entry": "Go *see* it.", "section": "day-one", "position": 10}}
      """;

  private static final String PAGE =
      """
      +++
      # mine
      title = "The Forest"   # of kelp
      date = 2031-05-06T10:00:00
      draft = false
      tags = ["sea"]
      +++

      Below the *waves*.\s
      """;

  @BeforeAll
  static void prepare() {
    SERVICE.put("/kelp", EDITOR, "{\"title\": \"Kelp Days\"}").is(201);
    SERVICE.put("/kelp/talks/keynote", EDITOR, "{\"title\": \"Keynote\"}").is(201);
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void createsANoteAndPublishesItsWholeState() {
    Answer created = SERVICE.put(IN + "whole", ANN, FOREST).is(201);

    assertThat(created.header("Location")).isEqualTo("/api/v1/conferences/kelp/notes/whole");
    assertThat(created.header("ETag")).isEqualTo("\"1\"");
    assertThat(created.after()).isEqualTo(Map.of("notes/whole", 1L));
    Answer read = SERVICE.get(IN + "whole", NOBODY).is(200);
    assertThat(read.text()).isEqualTo(created.text());
    assertThat(read.at("author")).isEqualTo("ann");
    assertThat(read.at("state")).isEqualTo("published");
    assertThat(read.at("review", "entry")).isEqualTo("Go *see* it.");
    assertThat(read.at("publishedAt")).isEqualTo(read.at("updatedAt")).isNotNull();
    Stored.Event event = events("whole").getFirst();
    assertThat(event.topic()).isEqualTo("talk-reviewed");
    assertThat(event.headers())
        .contains("\"ce_id\": \"kelp/whole/1\"", "\"ce_subject\": \"kelp/whole\"");
    assertThat(event.body())
        .contains(
            "\"version\":1",
            "\"author\":\"ann\"",
            "\"date\":\"2031-05-06T10:00:00\"",
            "\"frontMatter\":\"+++\\ntitle = \\\"The Forest\\\"\\ndate = 2031-05-06T10:00:00\\ndraft = false\\n+++\\n\"",
            "\"verdict\":\"best\"",
            "\"title\":\"Keynote\"");
  }

  @Test
  void doesNothingWhenNothingChanges() {
    SERVICE.put(IN + "same", ANN, FOREST).is(201);
    String echo = SERVICE.get(IN + "same", NOBODY).text();

    Answer again = SERVICE.put(IN + "same", ANN, FOREST).is(200);
    SERVICE.put(IN + "same", EDITOR, echo).is(200);
    SERVICE.putPage(IN + "same", ANN, page("same")).is(200);

    assertThat(again.header("ETag")).isEqualTo("\"1\"");
    assertThat(again.after()).isEqualTo(Map.of("notes/same", 1L));
    assertThat(SERVICE.get(IN + "same", NOBODY).text()).isEqualTo(echo);
    assertThat(events("same")).hasSize(1);
    assertThat(SERVICE.get(IN + "same/revisions", ANN).each("items", "revision"))
        .containsExactly("1");
  }

  @Test
  void keepsAPageByteForByte() {
    String page =
        "\ufeff---\r\ntitle: Kelp\r\nweird:   [ 1,2 ]\r\n---\r\n\r\n# a\r\n\t\u2028\ud83d\ude00 \u202e ";

    Answer created = SERVICE.putPage(IN + "page", ANN, page).is(201);

    assertThat(created.text()).contains("\"title\":\"Kelp\"");
    assertThat(page("page")).isEqualTo(page);
    assertThat(SERVICE.get(IN + "page", NOBODY, "Accept", "text/markdown").header("ETag"))
        .isEqualTo("\"1.md\"");
    assertThat(SERVICE.get(IN + "page", NOBODY).at("frontMatter"))
        .isEqualTo("\ufeff---\r\ntitle: Kelp\r\nweird:   [ 1,2 ]\r\n---\r\n");
    SERVICE.putPage(IN + "page", ANN, page).is(200);
    assertThat(events("page")).hasSize(1);
  }

  @Test
  void keepsAPageWithoutFrontMatter() {
    SERVICE.putPage(IN + "bare", ANN, "# Lunch #\n\nGood.\n").is(201);

    assertThat(page("bare")).isEqualTo("# Lunch #\n\nGood.\n");
    assertThat(SERVICE.get(IN + "bare", NOBODY).at("title")).isEqualTo("Lunch");
    assertThat(events("bare").getFirst().body())
        .contains("\"title\":\"Lunch\"", "\"frontMatter\":\"\"");
    SERVICE.putPage(IN + "none", ANN, "no title at all").isProblem(422, "/title");
  }

  @Test
  void changesJustTheKeysThatJsonSaysOtherwise() {
    SERVICE.putPage(IN + "edit", ANN, PAGE).is(201);

    SERVICE
        .put(
            IN + "edit",
            ANN,
            """
            {"title": "The Woods", "date": "2031-05-07T09:00:00", "state": "draft",
             "body": "Below the *waves*. \\n", "frontMatter": null}
            """)
        .is(200);

    assertThat(SERVICE.get(IN + "edit", ANN, "Accept", "text/markdown").text())
        .isEqualTo(
            PAGE.replace("\"The Forest\"", "\"The Woods\"")
                .replace("05-06T10", "05-07T09")
                .replace("draft = false", "draft = true")
                .replace("+++\n\nBelow", "+++\nBelow"));
  }

  @Test
  void setsTheReviewByAPagesTableAndKeepsItWithoutOne() {
    String digest =
        PAGE.replace(
            "+++\n\n",
            "\n[digest]\nverdict = \"skip\"\nposition = 7\ntalks = [\"keynote\"]\n+++\n\n");
    SERVICE.putPage(IN + "table", ANN, digest).is(201);

    Answer read = SERVICE.get(IN + "table", NOBODY);
    assertThat(read.at("review", "verdict")).isEqualTo("skip");
    assertThat(read.at("review", "position")).hasToString("7");
    assertThat(read.at("talks")).isEqualTo(List.of("keynote"));
    SERVICE.putPage(IN + "table", ANN, PAGE).is(200);
    assertThat(SERVICE.get(IN + "table", NOBODY).at("review", "verdict")).isEqualTo("skip");
    SERVICE
        .putPage(IN + "table", ANN, digest.replace("skip", "superb").replace("7", "\"x\""))
        .isProblem(422, "/digest/verdict", "/digest/position");
  }

  @Test
  void writesTheReviewOfJsonIntoThePagesTable() {
    SERVICE
        .putPage(IN + "both", ANN, PAGE.replace("+++\n\n", "[digest]\nverdict = \"skip\"\n+++\n\n"))
        .is(201);
    String json = SERVICE.get(IN + "both", NOBODY).text().replace("\"skip\"", "\"best\"");

    SERVICE.put(IN + "both", ANN, json).is(200);

    assertThat(page("both"))
        .isEqualTo(PAGE.replace("+++\n\n", "[digest]\nverdict = \"best\"\n+++\n\n"));
  }

  @Test
  void showsDraftsToTheirAuthorsAndEditorsAlone() {
    String draft = FOREST.replace("{\"title\"", "{\"state\": \"draft\", \"title\"");
    Answer created = SERVICE.put(IN + "secret", ANN, draft).is(201);

    assertThat(created.after()).containsOnlyKeys("conference");
    assertThat(events("secret")).isEmpty();
    SERVICE.get(IN + "secret", NOBODY).isProblem(404);
    SERVICE.get(IN + "secret", READER).isProblem(404);
    SERVICE.get(IN + "secret", BOB).isProblem(404);
    SERVICE.get(IN + "secret/revisions", BOB).isProblem(404);
    SERVICE.delete(IN + "secret", BOB).isProblem(404);
    SERVICE.put(IN + "secret", BOB, draft).isProblem(403);
    for (String slug : List.of("secret", "nowhere")) {
      // Whether there is a draft does not show.
      SERVICE.put(IN + slug, BOB, draft, "If-Match", "*").isProblem(412);
      SERVICE.put(IN + slug, BOB, draft, "If-Match", "\"1\"").isProblem(412);
      SERVICE.delete(IN + slug, BOB, "If-Match", "\"1\"").isProblem(404);
    }
    SERVICE.put(IN + "secret", BOB, draft, "If-None-Match", "*").isProblem(403);
    SERVICE.put(IN + "secret", ANN, draft, "If-None-Match", "*").isProblem(412);
    for (String list : List.of(IN + "secret", IN.substring(0, IN.length() - 1))) {
      assertThat(SERVICE.get(list, ANN).is(200).header("Cache-Control"))
          .isEqualTo("private, no-cache");
    }
    SERVICE.get(IN + "secret", ANN).is(200);
    SERVICE.get(IN + "secret", EDITOR).is(200);
    assertThat(listed(NOBODY)).doesNotContain("secret");
    assertThat(listed(BOB)).doesNotContain("secret");
    assertThat(listed(ANN)).contains("secret");
    assertThat(listed(EDITOR)).contains("secret");
    assertThat(SERVICE.get("/kelp/notes?state=draft", ANN).each("items", "state"))
        .containsOnly("draft");
  }

  @Test
  void publishesItsStatesInVersions() {
    String draft = FOREST.replace("{\"title\"", "{\"state\": \"draft\", \"title\"");
    SERVICE.put(IN + "life", ANN, draft).is(201);
    Answer published = SERVICE.put(IN + "life", ANN, FOREST).is(200);
    Answer changed = SERVICE.put(IN + "life", EDITOR, FOREST.replace("see", "miss")).is(200);
    Answer drafted = SERVICE.put(IN + "life", ANN, draft).is(200);
    Answer edited = SERVICE.put(IN + "life", ANN, draft.replace("see", "hear")).is(200);
    Answer again = SERVICE.put(IN + "life", ANN, FOREST).is(200);
    Answer retracted = SERVICE.delete(IN + "life", ANN, "If-Match", "\"6\"").is(204);

    assertThat(List.of(published, changed, drafted, edited, again, retracted))
        .extracting(answer -> answer.after().get("notes/life"))
        .containsExactly(1L, 2L, 3L, 3L, 4L, 5L);
    assertThat(again.at("publishedAt")).isEqualTo(published.at("publishedAt"));
    assertThat(again.at("author")).isEqualTo("ann");
    assertThat(events("life"))
        .extracting(event -> event.body().contains("content"))
        .containsExactly(true, true, false, true, false);
    assertThat(events("life").getLast().body())
        .matches(
            "\\{\"conference\":\"kelp\",\"note\":\"life\",\"version\":5,"
                + "\"retractedAt\":\"[0-9T:.-]+Z\"}");
    SERVICE.get(IN + "life", ANN).isProblem(404);
    SERVICE.delete(IN + "life", ANN).isProblem(404);
    SERVICE.put(IN + "life", BOB, FOREST).isProblem(403);
    assertThat(SERVICE.put(IN + "life", ANN, FOREST, "If-None-Match", "*").is(201).after())
        .isEqualTo(Map.of("notes/life", 6L));
    assertThat(SERVICE.get(IN + "life/revisions", ANN).each("items", "state"))
        .containsExactly(
            "published",
            "retracted",
            "published",
            "draft",
            "draft",
            "published",
            "published",
            "draft");
  }

  @Test
  void tellsWhenAPublishedNoteLastChangedSignificantly() {
    String note = "{\"title\": \"Kelp\", \"body\": \"It grows fast in the cold.\"}";
    SERVICE.put(IN + "grown", ANN, note.replace("{", "{\"state\": \"draft\", ")).is(201);
    SERVICE.put(IN + "grown", ANN, note).is(200);
    SERVICE.put(IN + "grown", ANN, note.replace("grows", "growes")).is(200);
    SERVICE.put(IN + "grown", ANN, note.replace("cold.", "cold, and nowhere else.")).is(200);
    SERVICE.delete(IN + "grown", ANN).is(204);
    SERVICE.put(IN + "grown", ANN, note).is(201);

    List<Map<?, ?>> told =
        events("grown").stream()
            .map(event -> (Map<?, ?>) Stored.json(event).get("content"))
            .filter(Objects::nonNull)
            .<Map<?, ?>>map(content -> content)
            .toList();
    assertThat(told).hasSize(4);
    assertThat(told.get(0).get("significantAt")).isEqualTo(told.get(0).get("publishedAt"));
    assertThat(told.get(1).get("significantAt")).isEqualTo(told.get(0).get("significantAt"));
    assertThat(told.get(2).get("significantAt"))
        .isEqualTo(told.get(2).get("updatedAt"))
        .isNotEqualTo(told.get(0).get("significantAt"));
    assertThat(told.get(3).get("significantAt")).isEqualTo(told.get(3).get("updatedAt"));
  }

  @Test
  void guardsChangesByEntityTags() {
    SERVICE.put(IN + "tag", ANN, FOREST, "If-Match", "*").isProblem(412);
    SERVICE.put(IN + "tag", ANN, FOREST, "If-None-Match", "*").is(201);
    SERVICE.put(IN + "tag", ANN, FOREST, "If-None-Match", "*").isProblem(412);
    String changed = FOREST.replace("see", "miss");
    SERVICE.put(IN + "tag", ANN, changed, "If-Match", "\"2\"").isProblem(412);
    SERVICE.put(IN + "tag", ANN, changed, "If-Match", "\"1.md\"").is(200);
    SERVICE.delete(IN + "tag", ANN, "If-Match", "\"1\"").isProblem(412);

    SERVICE.get(IN + "tag", NOBODY, "If-None-Match", "\"2\"").is(304);
    SERVICE.get(IN + "tag", NOBODY, "If-None-Match", "\"2.md\"").is(200);
    SERVICE.get(IN + "tag", NOBODY, "Accept", "text/markdown", "If-None-Match", "\"2.md\"").is(304);
    Answer head = SERVICE.send("HEAD", IN + "tag", NOBODY, "").is(200);
    assertThat(head.header("ETag")).isEqualTo("\"2\"");
    assertThat(head.text()).isEmpty();
  }

  @Test
  void givesTheFormThatIsAskedFor() {
    SERVICE.put(IN + "form", ANN, FOREST).is(201);

    assertThat(type("*/*")).startsWith("application/json");
    assertThat(type("text/*")).startsWith("text/markdown");
    assertThat(type("application/json;q=0.5, text/markdown")).startsWith("text/markdown");
    assertThat(type("text/markdown;q=0.1, */*")).startsWith("application/json");
    SERVICE.get(IN + "form", NOBODY, "Accept", "image/png").isProblem(406);
    SERVICE
        .sendBytes("PUT", IN + "form", ANN, new byte[] {1}, "Content-Type", "application/xml")
        .isProblem(415);
    assertThat(SERVICE.send("POST", IN + "form", ANN, "{}").isProblem(405).header("Allow"))
        .contains("PUT");
  }

  @Test
  void keepsTheHistoryForItsAuthorAndForEditors() {
    SERVICE.putPage(IN + "past", ANN, PAGE).is(201);
    SERVICE.putPage(IN + "past", EDITOR, PAGE.replace("waves", "sea")).is(200);

    Answer first = SERVICE.get(IN + "past/revisions?limit=1", ANN).is(200);
    assertThat(first.each("items", "changedBy")).containsExactly("eve");
    Answer rest = SERVICE.get(IN + "past/revisions?cursor=" + first.at("next"), ANN).is(200);
    assertThat(rest.each("items", "revision")).containsExactly("1");
    assertThat(SERVICE.get(IN + "past/revisions/1", ANN, "Accept", "text/markdown").is(200).text())
        .isEqualTo(PAGE);
    assertThat(SERVICE.get(IN + "past/revisions/1", EDITOR).is(200).at("state"))
        .isEqualTo("published");
    SERVICE.get(IN + "past/revisions/3", ANN).isProblem(404);
    SERVICE.get(IN + "past/revisions/x", ANN).isProblem(400);
    SERVICE.get(IN + "past/revisions", NOBODY).isProblem(401);
    SERVICE.get(IN + "past/revisions", BOB).isProblem(403);
  }

  @Test
  void keepsTheFirstAndTheLastOfWhatIsSavedWhileADraftIsTyped() {
    String draft = FOREST.replace("{\"title\"", "{\"state\": \"draft\", \"title\"");
    for (String typed : List.of("s", "se", "see", "seek")) {
      SERVICE.put(IN + "typed", ANN, draft.replace("see", typed)).is(typed.equals("s") ? 201 : 200);
    }
    assertThat(SERVICE.get(IN + "typed/revisions", ANN).each("items", "revision"))
        .containsExactly("4", "1");
    SERVICE.put(IN + "typed", EDITOR, draft.replace("see", "hear")).is(200);
    SERVICE.put(IN + "typed", ANN, draft.replace("see", "miss")).is(200);
    SERVICE.put(IN + "typed", ANN, FOREST).is(200);
    assertThat(SERVICE.get(IN + "typed/revisions", ANN).each("items", "revision"))
        .containsExactly("7", "6", "5", "4", "1");
  }

  @Test
  void letsAuthorsWriteTheirOwnNotesAndEditorsAll() {
    SERVICE.put(IN + "own", NOBODY, FOREST).isProblem(401);
    SERVICE.put(IN + "own", READER, FOREST).isProblem(403);
    SERVICE.put(IN + "own", ANN, FOREST).is(201);
    SERVICE.put(IN + "own", BOB, FOREST).isProblem(403);
    SERVICE.delete(IN + "own", BOB).isProblem(403);
    SERVICE.put(IN + "own", EDITOR, FOREST.replace("see", "hear")).is(200);
    SERVICE.delete(IN + "own", EDITOR).is(204);
    SERVICE.put("/nowhere/notes/own", ANN, FOREST).isProblem(404);
    SERVICE.put(IN + "A%20b", ANN, FOREST).isProblem(422, "#note");
    SERVICE.get(IN + "..%2Fx", ANN).isProblem(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                          | /title /body
          {"title": "x", "body": null}                                | /body
          {"title": "x", "body": "a\\u0000"}                          | /body
          {"title": "x", "body": "\\udc00"}                           | /body
          {"title": "x", "body": "", "slug": "y"}                     | /slug
          {"title": "x", "body": "", "date": "yesterday"}             | /date
          {"title": "x", "body": "", "state": "retracted"}            | /state
          {"title": "x", "body": "", "talks": ["unheard-of"]}         | /talks/0
          {"title": "x", "body": "", "talks": ["keynote", "keynote"]} | /talks/1
          {"title": "x", "body": "", "talks": ["A b", null]}          | /talks/0 /talks/1
          {"title": "x", "body": "", "review": {"verdict": "ok"}}     | /review/verdict
          {"title": "x", "body": "", "review": {"section": "A b"}}    | /review/section
          {"title": "x", "body": "", "review": {"rank": 1e99}}        | /review/rank
          {"title": "x", "body": "", "review": []}                    | /review
          {"title": "x", "body": "", "frontMatter": "words"}          | /frontMatter
          {"title": "x", "body": "", "frontMatter": "---\\n[\\n---\\n"} | /frontMatter
          """)
  void saysWhatIsInvalid(String json, String pointers) {
    SERVICE.put(IN + "invalid", ANN, json).isProblem(422, pointers.split(" "));
  }

  @Test
  void boundsEverything() {
    String body = "x".repeat(1_048_577);
    SERVICE
        .put(IN + "b", ANN, "{\"title\": \"x\", \"body\": \"" + body + "\"}")
        .isProblem(422, "/body");
    SERVICE.putPage(IN + "b", ANN, "# x\n" + body).isProblem(422, "/body");
    String entry = "é".repeat(32_769);
    SERVICE
        .put(
            IN + "b",
            ANN,
            "{\"title\":\"x\",\"body\":\"\",\"review\":{\"entry\":\"" + entry + "\"}}")
        .isProblem(422, "/review/entry");
    String talks = "[" + "\"t\",".repeat(50) + "\"u\"]";
    assertThat(
            SERVICE
                .put(IN + "b", ANN, "{\"title\":\"x\",\"body\":\"\",\"talks\":" + talks + "}")
                .isProblem(422)
                .each("errors", "pointer"))
        .contains("/talks");
    byte[] huge = new byte[36_000_000];
    SERVICE.sendBytes("PUT", IN + "b", ANN, huge, "Content-Type", "text/markdown").isProblem(413);
    SERVICE
        .sendBytes("PUT", IN + "b", ANN, new byte[] {(byte) 0xff}, "Content-Type", "text/markdown")
        .isProblem(400);
    SERVICE.putPage(IN + "b", ANN, "# x\n\0").isProblem(422, "/body");
    SERVICE.putPage(IN + "b", ANN, "+++\ntitle = \n+++\n").isProblem(422, "/frontMatter");
    SERVICE.sendBytes("PUT", IN + "b", ANN, new byte[0]).isProblem(400);
  }

  @Test
  void storesTextsOfAnyScript() {
    String title = "\ud83d\ude00 \u0645\u0631\u062d\u0628\u0627 \u202eabc";
    String slug = "\u6d77\u5e26";
    String path = IN + java.net.URLEncoder.encode(slug, StandardCharsets.UTF_8);

    Answer created =
        SERVICE.put(path, ANN, "{\"title\": \"" + title + "\", \"body\": \"\\\\\"}").is(201);

    assertThat(created.header("Location")).endsWith("/notes/%E6%B5%B7%E5%B8%A6");
    assertThat(SERVICE.get(path, NOBODY).at("title")).isEqualTo(title);
    assertThat(SERVICE.get(path, NOBODY).at("slug")).isEqualTo(slug);
  }

  @Test
  void countsWritesByKindAndOutcome() {
    var meters = SERVICE.context().getBean(io.micrometer.core.instrument.MeterRegistry.class);
    SERVICE.put(IN + "count", ANN, FOREST).is(201);
    SERVICE.put(IN + "count", ANN, FOREST).is(200);

    assertThat(meters.counter("notes.writes", "kind", "note", "outcome", "created").count())
        .isPositive();
    assertThat(meters.counter("notes.writes", "kind", "note", "outcome", "unchanged").count())
        .isPositive();
  }

  @Test
  void timesARevisionAfterTheOneBeforeItThoughTheClockWasSetBack() {
    SERVICE.put("/tides", EDITOR, "{\"title\": \"Tides\"}").is(201);
    for (String note : List.of("edited", "deleted", "swept")) {
      SERVICE.put("/tides/notes/" + note, ANN, "{\"title\": \"Low\", \"body\": \"\"}").is(201);
    }
    // What was written before the clock was set back by an hour.
    Stored.query(
        SERVICE.database(),
        """
        update note set updated_at = updated_at + interval '1 hour',
          significant_at = significant_at + interval '1 hour'
        where conference = 'tides' returning slug
        """,
        note -> {});
    Instant edited = updated("edited").plusMillis(1);
    Instant deleted = updated("deleted").plusMillis(1);
    Instant swept = updated("swept").plusMillis(1);

    SERVICE.put("/tides/notes/edited", ANN, "{\"title\": \"High\", \"body\": \"\"}").is(200);
    SERVICE.delete("/tides/notes/deleted", ANN).is(204);
    assertThat(updated("edited")).isEqualTo(edited);
    SERVICE.delete("/tides", EDITOR).is(204);

    assertThat(told("edited", 2)).contains(at("updatedAt", edited), at("significantAt", edited));
    assertThat(told("edited", 3)).contains(at("retractedAt", edited.plusMillis(1)));
    assertThat(told("deleted", 2)).contains(at("retractedAt", deleted));
    assertThat(told("swept", 2)).contains(at("retractedAt", swept));
  }

  private static Instant updated(String note) {
    return Instant.parse(
        String.valueOf(SERVICE.get("/tides/notes/" + note, ANN).is(200).at("updatedAt")));
  }

  /** The event of this version of a note. */
  private static String told(String note, int version) {
    return eventsOf("tides/" + note).get(version - 1).body();
  }

  private static String at(String name, Instant time) {
    return "\"" + name + "\":\"" + time + "\"";
  }

  private static String type(String accept) {
    return SERVICE.get(IN + "form", NOBODY, "Accept", accept).is(200).header("Content-Type");
  }

  private static List<String> listed(String who) {
    return SERVICE.get("/kelp/notes?limit=200", who).is(200).each("items", "slug");
  }

  private static String page(String note) {
    return SERVICE.get(IN + note, NOBODY, "Accept", "text/markdown").is(200).text();
  }

  private static List<Stored.Event> events(String note) {
    return eventsOf("kelp/" + note);
  }

  private static List<Stored.Event> eventsOf(String key) {
    return Stored.events(SERVICE.database()).stream()
        .filter(event -> event.key().equals(key))
        .toList();
  }
}
