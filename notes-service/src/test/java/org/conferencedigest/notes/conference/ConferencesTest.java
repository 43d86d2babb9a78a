package org.conferencedigest.notes.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.notes.Service.ANN;
import static org.conferencedigest.notes.Service.EDITOR;
import static org.conferencedigest.notes.Service.NOBODY;
import static org.conferencedigest.notes.Service.READER;

import java.util.List;
import java.util.Map;
import org.conferencedigest.notes.Answer;
import org.conferencedigest.notes.Service;
import org.conferencedigest.notes.Stored;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConferencesTest {

  private static final Service SERVICE = Service.start();

  private static final String KELP =
      """
      {"title": "Kelp Days", "startDate": "2031-05-06", "endDate": "2031-05-07",
       "timeZone": "Europe/Oslo", "link": "https://kelp.example/", "outline": null,
       "digest": {"summary": "Seaweed."}}
      """;

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void createsAConferenceWithDefaultsAndPublishesIt() {
    Answer created = SERVICE.put("/kelp-2031", EDITOR, KELP).is(201);

    assertThat(created.header("Location")).isEqualTo("/api/v1/conferences/kelp-2031");
    assertThat(created.header("ETag")).isEqualTo("\"1\"");
    assertThat(created.after()).isEqualTo(Map.of("conference", 1L));
    Answer read = SERVICE.get("/kelp-2031", NOBODY).is(200);
    assertThat(read.text()).isEqualTo(created.text());
    assertThat(read.at("slug")).isEqualTo("kelp-2031");
    assertThat(read.at("digest", "title")).isEqualTo("Kelp Days");
    assertThat(read.at("digest", "path")).isEqualTo("kelp-2031");
    assertThat(read.at("digest", "fileName")).isEqualTo("summary.md");
    assertThat(read.at("digest", "frontMatter")).isNull();
    Stored.Event event = events("kelp-2031").getFirst();
    assertThat(event.topic()).isEqualTo("conference-changed");
    assertThat(event.headers())
        .contains("\"ce_id\": \"kelp-2031/1\"", "\"ce_source\": \"/notes-service\"", "traceparent");
    assertThat((Map<?, ?>) Stored.json(event).get("content"))
        .hasToString(
            "{title=Kelp Days, startDate=2031-05-06, endDate=2031-05-07, timeZone=Europe/Oslo,"
                + " link=https://kelp.example/, digest={title=Kelp Days, summary=Seaweed.,"
                + " frontMatter=+++\ntitle = \"Kelp Days\"\ndate = 2031-05-07\ndraft = false\n+++\n,"
                + " path=kelp-2031, fileName=summary.md}}");
  }

  @Test
  void doesNothingWhenNothingChanges() {
    SERVICE.put("/same", EDITOR, KELP).is(201);

    Answer again = SERVICE.put("/same", EDITOR, KELP).is(200);
    Answer echo = SERVICE.put("/same", EDITOR, SERVICE.get("/same", NOBODY).text()).is(200);

    assertThat(again.header("ETag")).isEqualTo("\"1\"");
    assertThat(again.after()).isEqualTo(Map.of("conference", 1L));
    assertThat(echo.header("ETag")).isEqualTo("\"1\"");
    assertThat(events("same")).hasSize(1);
  }

  @Test
  void replacesAConferenceUnderItsEntityTag() {
    SERVICE.put("/tag", EDITOR, KELP, "If-None-Match", "*").is(201);
    String changed = KELP.replace("Kelp Days", "Kelp Weeks");

    SERVICE.put("/tag", EDITOR, changed, "If-None-Match", "*").isProblem(412);
    SERVICE.put("/tag", EDITOR, changed, "If-Match", "\"7\"").isProblem(412);
    SERVICE.put("/none", EDITOR, changed, "If-Match", "*").isProblem(412);
    Answer replaced = SERVICE.put("/tag", EDITOR, changed, "If-Match", "\"1\"").is(200);

    assertThat(replaced.header("ETag")).isEqualTo("\"2\"");
    assertThat(replaced.at("digest", "title")).isEqualTo("Kelp Weeks");
    SERVICE.get("/tag", NOBODY, "If-None-Match", "\"2\"").is(304);
    assertThat(SERVICE.send("HEAD", "/tag", NOBODY, "").is(200).header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void goesOnWithItsVersionsAfterADeletion() {
    SERVICE.put("/gone", EDITOR, KELP).is(201);
    SERVICE.put("/gone/notes/n", ANN, "{\"title\": \"N\", \"body\": \"\"}").is(201);
    SERVICE
        .put("/gone/notes/d", ANN, "{\"title\": \"D\", \"body\": \"\", \"state\": \"draft\"}")
        .is(201);
    SERVICE.put("/gone/talks/t", EDITOR, "{\"title\": \"T\"}").is(201);

    SERVICE.delete("/gone", EDITOR, "If-Match", "\"9\"").isProblem(412);
    Answer deleted = SERVICE.delete("/gone", EDITOR).is(204);

    assertThat(deleted.after()).containsEntry("conference", 2L);
    SERVICE.get("/gone", NOBODY).isProblem(404);
    SERVICE.get("/gone/notes", EDITOR).isProblem(404);
    SERVICE.get("/gone/notes/n", EDITOR).isProblem(404);
    SERVICE.get("/gone/talks/t", EDITOR).isProblem(404);
    SERVICE.put("/gone/notes/m", ANN, "{\"title\": \"M\", \"body\": \"\"}").isProblem(404);
    SERVICE.delete("/gone", EDITOR).isProblem(404);
    assertThat(events("gone"))
        .extracting(Stored.Event::body)
        .last()
        .isEqualTo("{\"conference\":\"gone\",\"version\":2}");
    assertThat(SERVICE.put("/gone", EDITOR, KELP).is(201).header("ETag")).isEqualTo("\"3\"");
    assertThat(SERVICE.get("/gone/notes", EDITOR).at("items")).isEqualTo(List.of());
    assertThat(
            SERVICE.put("/gone/notes/n", ANN, "{\"title\": \"N\", \"body\": \"\"}").is(201).after())
        .isEqualTo(Map.of("notes/n", 3L));
  }

  @Test
  void listsConferencesInPages() {
    for (String slug : List.of("list-a", "list-b", "list-c", "list-ü")) {
      SERVICE.put("/" + encoded(slug), EDITOR, KELP).is(201);
    }

    Answer first = SERVICE.get("?limit=3&cursor=" + cursor("list-"), NOBODY).is(200);

    assertThat(slugs(first)).containsExactly("list-a", "list-b", "list-c");
    String next = first.header("Link");
    assertThat(next).startsWith("</api/v1/conferences?cursor=").endsWith("&limit=3>; rel=\"next\"");
    String query = next.substring(next.indexOf('?'), next.indexOf('>'));
    assertThat(slugs(SERVICE.get(query, NOBODY).is(200))).startsWith("list-ü");
    SERVICE.get("?limit=0", NOBODY).isProblem(422, "#limit");
    SERVICE.get("?limit=201", NOBODY).isProblem(422, "#limit");
    SERVICE.get("?limit=many", NOBODY).isProblem(400);
    SERVICE.get("?cursor=%21", NOBODY).isProblem(422, "#cursor");
    SERVICE.get("?cursor=AA", NOBODY).isProblem(422, "#cursor");
  }

  @Test
  void letsEditorsAloneWriteConferences() {
    SERVICE.put("/mine", NOBODY, KELP).isProblem(401);
    SERVICE.put("/mine", "Bearer x.y.z", KELP).isProblem(401);
    SERVICE.put("/mine", READER, KELP).isProblem(403);
    SERVICE.put("/mine", ANN, KELP).isProblem(403);
    SERVICE.delete("/mine", ANN).isProblem(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/..%2Fx", "/a%00b", "/A", "/%F0%9F%98%80", "/a%2Fb", "/%FF", "/a.b"})
  void findsNothingUnderWhatIsNoSlug(String path) {
    SERVICE.get(path, NOBODY).isProblem(404);
    SERVICE.put(path, EDITOR, KELP).isProblem(422, "#conference");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sign-in", "sign-out", "openid"})
  void takesNoConferenceForThePageOfSomethingElse(String slug) {
    SERVICE.put("/" + slug, EDITOR, KELP).isProblem(422, "#conference");
    SERVICE.get("/" + slug, NOBODY).isProblem(404);
  }

  @Test
  void takesDecomposedLettersForTheirComposedOnes() {
    SERVICE.put("/e%CC%81te%CC%81", EDITOR, KELP).is(201);

    assertThat(SERVICE.get("/" + encoded("été"), NOBODY).is(200).at("slug")).isEqualTo("été");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                              | /title
          {"title": " "}                                  | /title
          {"title": "a\\u0000"}                           | /title
          {"title": "\\ud800"}                            | /title
          {"title": "x", "slug": "other"}                 | /slug
          {"title": "x", "timeZone": "Mars/Olympus"}      | /timeZone
          {"title": "x", "link": "javascript:alert(1)"}   | /link
          {"title": "x", "startDate": "2031-05-07", "endDate": "2031-05-06"} | /endDate
          {"title": "x", "startDate": "+1000000-01-01"}   | /startDate
          {"title": "x", "startDate": "May 6"}            | /startDate
          {"title": {}}                                   | /title
          {"title": "x", "digest": {"path": "../../etc"}} | /digest/path
          {"title": "x", "digest": {"path": "/etc"}}      | /digest/path
          {"title": "x", "digest": {"fileName": "a/b.md"}} | /digest/fileName
          {"title": "x", "digest": {"fileName": "b.html"}} | /digest/fileName
          {"title": "x", "digest": {"title": ""}}         | /digest/title
          {"title": "x", "digest": {"frontMatter": "+++\\ntitle = \\n+++\\n"}} | /digest/frontMatter
          {"title": "x", "digest": {"frontMatter": "words"}} | /digest/frontMatter
          {"title": "x", "digest": 5}                     | /digest
          """)
  void saysWhatIsInvalid(String json, String pointer) {
    SERVICE.put("/invalid", EDITOR, json).isProblem(422, pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "nonsense", "\"x\"", "[]", "{\"title\": \"x\"", "null"})
  void refusesWhatIsNoJsonObject(String json) {
    Answer answer = SERVICE.put("/malformed", EDITOR, json);

    assertThat(answer.status()).isIn(400, 422);
    answer.isProblem(answer.status());
  }

  @Test
  void refusesOversizedAndDeepAndIllEncodedContent() {
    String title = "x".repeat(1_000_000);
    SERVICE.put("/big", EDITOR, "{\"title\": \"" + title + "\"}").isProblem(422, "/title");
    String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
    SERVICE.put("/big", EDITOR, "{\"title\": \"x\", \"more\": " + deep + "}").isProblem(400);
    byte[] latin1 =
        "{\"title\": \"\u00e9\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    SERVICE
        .sendBytes("PUT", "/big", EDITOR, latin1, "Content-Type", "application/json")
        .isProblem(400);
    SERVICE.sendBytes("PUT", "/big", EDITOR, latin1, "Content-Type", "text/plain").isProblem(415);
    SERVICE.get("/same", NOBODY, "Accept", "image/png").isProblem(406);
    assertThat(SERVICE.send("PATCH", "/same", EDITOR, "{}").isProblem(405).header("Allow"))
        .contains("GET", "PUT", "DELETE");
  }

  private static List<Stored.Event> events(String conference) {
    return Stored.events(SERVICE.database()).stream()
        .filter(event -> event.key().split("/")[0].equals(conference))
        .toList();
  }

  private static List<String> slugs(Answer list) {
    return list.each("items", "slug");
  }

  private static String cursor(String after) {
    return java.util.Base64.getUrlEncoder()
        .encodeToString(after.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String encoded(String slug) {
    return java.net.URLEncoder.encode(slug, java.nio.charset.StandardCharsets.UTF_8);
  }
}
