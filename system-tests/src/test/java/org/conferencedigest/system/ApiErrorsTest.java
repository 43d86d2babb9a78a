package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong says so in a way that a person can act on, and changes nothing. */
class ApiErrorsTest {

  private static final String CONFERENCE = "/api/v1/conferences/errors";
  private static final String NOTE = CONFERENCE + "/notes/a";
  private static final String VALID =
      "{\"title\":\"A\",\"date\":\"2020-06-24\",\"body\":\"Text.\"}";

  private final DigestSystem system = DigestSystem.running();
  private final Api editor = system.editor();
  private final Api author = system.author("ann");
  private final Api anybody = system.anybody();

  @BeforeEach
  void aConferenceWithANote() {
    editor.put(CONFERENCE, Api.JSON, "{\"title\":\"Errors\"}").ok();
    editor.put(NOTE, Api.JSON, VALID).ok();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "{\"title\":}",
        "nonsense",
        "\u0000",
        "{\"a\":1,}",
        "{\"a\":1} b",
        "{} {}",
        "["
      })
  void malformedJsonIs400(String body) {
    editor.put(NOTE, Api.JSON, body).problem(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "{\"title\":\"a\"}"})
  void whatIsNoDocumentOfThisKindIsRefused(String body) {
    Answer answer = editor.put(NOTE, Api.JSON, body);

    assertThat(answer.status()).isIn(400, 422);
    answer.problem(answer.status());
  }

  @Test
  void invalidUtf8Is400() {
    byte[] body = {
      '{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'
    };
    editor.send("PUT", NOTE, body, "Content-Type", Api.JSON).problem(400);
  }

  @Test
  void writingWithoutATokenIs401() {
    Answer answer = anybody.put(NOTE, Api.JSON, VALID).problem(401);

    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "a.b.c",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmUiLCJyb2xlcyI6WyJlZGl0b3IiXX0.",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJldmUiLCJyb2xlcyI6WyJlZGl0b3IiXX0.AAAA"
      })
  void aBadTokenIs401EvenForReading(String token) {
    anybody.as(token).get(CONFERENCE).problem(401);
  }

  @Test
  void anAuthorMayNotDoAnEditorsWork() {
    author.put(CONFERENCE, Api.JSON, "{\"title\":\"Mine\"}").problem(403);
    author.put(NOTE, Api.JSON, VALID).problem(403);
    author.delete(CONFERENCE).problem(403);
  }

  @Test
  void anAuthorWritesHerOwnNotes() {
    String own = CONFERENCE + "/notes/anns";
    author.put(own, Api.JSON, VALID).ok();
    system.author("bob").put(own, Api.JSON, VALID).problem(403);
    author.delete(own).ok();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/conferences/unknown",
        "/api/v1/conferences/unknown/notes",
        "/api/v1/conferences/unknown/notes/a",
        "/api/v1/conferences/unknown/talks",
        "/api/v1/conferences/unknown/digest.md",
        "/api/v1/conferences/unknown/digest/changes",
        "/api/v1/conferences/unknown/digest/lint",
        "/api/v1/conferences/errors/notes/unknown",
        "/api/v1/conferences/errors/notes/unknown/revisions",
        "/api/v1/conferences/errors/talks/unknown",
        "/api/v1/conferences/errors/digest.docx",
        "/api/v1/nothing",
        "/internal/dead-letters",
        "/nothing/at/all"
      })
  void whatIsNotThereIs404(String path) {
    anybody.get(path).problem(404);
  }

  @Test
  void aMethodThatIsNotAllowedIs405AndSaysWhichAre() {
    assertThat(
            editor
                .send("PATCH", NOTE, "{}".getBytes(UTF_8), "Content-Type", Api.JSON)
                .problem(405)
                .header("Allow"))
        .contains("GET", "PUT", "DELETE");
    assertThat(editor.delete(CONFERENCE + "/digest.md").problem(405).header("Allow"))
        .contains("GET");
  }

  @Test
  void aFormatThatIsNotThereIs406() {
    anybody.get(NOTE, "Accept", "image/png").problem(406);
    anybody.get(CONFERENCE + "/digest", "Accept", "image/png").problem(406);
  }

  @Test
  void aStaleChangeIs412AndChangesNothing() {
    Answer read = editor.get(NOTE, "Accept", Api.JSON).ok();
    editor.put(NOTE, Api.JSON, VALID.replace("Text", "Stale"), "If-Match", "\"0\"").problem(412);
    editor.put(NOTE, Api.JSON, VALID.replace("Text", "Again"), "If-None-Match", "*").problem(412);
    editor.delete(NOTE, "If-Match", "\"0\"").problem(412);

    assertThat(editor.get(NOTE, "Accept", Api.JSON).ok().text()).isEqualTo(read.text());
  }

  @Test
  void aBodyThatIsTooLargeIs413() {
    String title = "{\"title\":\"A\",\"date\":\"2020-06-24\",\"body\":\"";
    editor.put(NOTE, Api.JSON, title + "x".repeat(40_000_000) + "\"}").problem(413);
  }

  @Test
  void aMediaTypeThatIsNotTakenIs415() {
    editor.put(NOTE, "text/csv", "a,b").problem(415);
    editor.post(CONFERENCE + "/content", "image/png", new byte[] {1}).problem(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"date\":\"2020-06-24\",\"body\":\"\"}",
        "{\"title\":\"A\",\"date\":\"yesterday\",\"body\":\"\"}",
        "{\"title\":\"A\",\"date\":\"2020-06-24\",\"body\":\"\",\"state\":\"lost\"}",
        "{\"title\":\"A\",\"date\":\"2020-06-24\",\"body\":\"\",\"talks\":[\"no-such-talk\"]}",
        "{\"title\":\"A\",\"date\":\"2020-06-24\",\"body\":\"\",\"review\":{\"verdict\":\"splendid\"}}",
        "{\"title\":\"A\",\"date\":\"2020-06-24\",\"body\":\"a\\u0000b\"}",
        "{\"title\":\"\",\"date\":\"2020-06-24\",\"body\":\"\"}"
      })
  void invalidInputIs422AndSaysWhere(String body) {
    Answer answer = editor.put(NOTE, Api.JSON, body).problem(422);

    assertThat(answer.json().path("errors")).isNotEmpty();
    assertThat(answer.json().path("errors").path(0).path("pointer").asText()).startsWith("/");
    assertThat(answer.json().path("errors").path(0).path("detail").asText()).isNotBlank();
  }

  @Test
  void aTitleOfAMegabyteIs422() {
    editor
        .put(NOTE, Api.JSON, VALID.replace("\"A\"", '"' + "A".repeat(900_000) + '"'))
        .problem(422);
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "{\"title\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
    assertThat(editor.put(NOTE, Api.JSON, deep).status()).isIn(400, 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "..%2fx", "a%00b", "UPPER", "a b", "%ff", "a;b", "%2e%2e"})
  void aBadSlugIsRefused(String slug) {
    String path = CONFERENCE + "/notes/" + slug.replace(" ", "%20");
    assertThat(editor.put(path, Api.JSON, VALID).status()).isIn(400, 404, 405, 422);
  }

  @Test
  void aSlugOfAnyScriptIsWelcome() {
    for (String slug : List.of("日本語", "été", "עברית", "हिन्दी")) {
      String path = CONFERENCE + "/notes/" + URLEncoder.encode(slug, UTF_8);
      editor.put(path, Api.JSON, VALID.replace("\"A\"", "\"🙂 عنوان\"")).ok();
      assertThat(anybody.get(path, "Accept", Api.JSON).ok().json().path("slug").asText())
          .isEqualTo(slug);
      editor.delete(path).ok();
    }
  }

  @Test
  void aZipThatClimbsIsRefusedWhole() {
    Answer answer =
        editor.post(
            "/api/v1/conferences/climbing/content",
            Api.ZIP,
            Samples.zip(Map.of("ok.md", "Text", "../../evil.md", "Text")));

    answer.problem(422);
    anybody.get("/api/v1/conferences/climbing").problem(404);
  }

  @Test
  void aZipBombIsRefusedWhole() {
    Answer answer =
        editor.post(
            "/api/v1/conferences/bomb/content",
            Api.ZIP,
            Samples.zipOfZeros("bomb.md", 300_000_000));

    assertThat(answer.status()).isIn(413, 422);
    answer.problem(answer.status());
    anybody.get("/api/v1/conferences/bomb").problem(404);
  }

  @Test
  void rubbishIsNoZip() {
    editor.post(CONFERENCE + "/content", Api.ZIP, "not a zip".getBytes(UTF_8)).problem(422);
  }

  @Test
  void aRubbishTokenOfAWriteIs400() {
    anybody.get(CONFERENCE + "/digest.md", "Digest-After", "***").problem(400);
  }

  @Test
  void noInputMakesItFail() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      String body = mutated(VALID, random);
      Answer answer = editor.put(NOTE, i % 3 == 0 ? Api.MARKDOWN : Api.JSON, body);
      assertThat(answer.status()).as("seed %d, body %s", seed, body).isBetween(200, 422);
      String query = "?limit=" + mutated("10", random) + "&cursor=" + mutated("abc", random);
      Answer list =
          anybody.get(CONFERENCE + "/notes?" + URLEncoder.encode(query, UTF_8).replace("%3D", "="));
      assertThat(list.status()).as("seed %d, query %s", seed, query).isBetween(200, 422);
    }
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = random.nextInt(5); i >= 0; i--) {
      int at = random.nextInt(mutated.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> mutated.insert(at, (char) random.nextInt(1, 0xd7ff));
        case 1 -> mutated.insert(at, "{[\",:]}-+\u0000\u202e".charAt(random.nextInt(11)));
        case 2 -> mutated.setLength(at);
        default -> mutated.insert(at, mutated.substring(at));
      }
    }
    return mutated.toString();
  }
}
