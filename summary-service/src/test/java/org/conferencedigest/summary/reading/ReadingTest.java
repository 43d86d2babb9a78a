package org.conferencedigest.summary.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.testing.Samples.conference;
import static org.conferencedigest.summary.testing.Samples.deletedConference;
import static org.conferencedigest.summary.testing.Samples.freshConference;
import static org.conferencedigest.summary.testing.Samples.note;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.summary.testing.Await;
import org.conferencedigest.summary.testing.Instance;
import org.conferencedigest.summary.testing.Sender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

  private static final String KAFKA = TestMachine.kafka().bootstrapServers();
  private static final Database DATABASE = TestMachine.freshDatabase();

  private static Instance service;
  private static Instance other;
  private static Sender sender;

  private final String conference = freshConference();
  private final String digest = "/api/v1/conferences/" + conference + "/digest";

  @BeforeAll
  static void start() {
    service = Instance.start(DATABASE, KAFKA, "reading-test");
    // It consumes nothing of what is tested here: it knows by the database alone.
    other = Instance.start(DATABASE, KAFKA, "reading-test-other", Map.of("kafka.enabled", false));
    sender = new Sender(KAFKA);
  }

  @AfterAll
  static void stop() {
    other.close();
    service.close();
    sender.close();
  }

  @BeforeEach
  void writeADigest() {
    sender.send(conference(conference, 1, "A conference"));
    sender.send(note(conference, "one", 1, "It was about [two](note:two)."));
    Await.until(() -> assertThat(service.get(digest + ".hugo.md").body()).contains("It was about"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | text/html;charset=utf-8",
        "*/* | text/html;charset=utf-8",
        "text/markdown | text/markdown;charset=utf-8",
        "text/markdown;variant=hugo | text/markdown;charset=utf-8;variant=hugo",
        "application/json | application/json",
        "application/atom+xml | application/atom+xml;charset=utf-8",
        "text/calendar | text/calendar;charset=utf-8",
        "text/markdown;variant=jekyll | text/markdown;charset=utf-8;variant=jekyll",
        "text/html;q=0.2, application/json;q=0.9 | application/json",
        "text/*, text/html;q=0 | text/markdown;charset=utf-8",
        "image/png, */*;q=0.1 | text/html;charset=utf-8",
      })
  void acceptChoosesTheFormat(String accept, String type) {
    HttpResponse<String> response = service.get(digest, "Accept", accept);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(response.headers().allValues("Vary")).contains("Accept");
  }

  @Test
  void anAcceptThatNothingSatisfiesIs406() {
    HttpResponse<String> response = service.get(digest, "Accept", "image/png");
    assertProblem(response, 406, "not-acceptable");
    assertThat(response.body()).contains("text/markdown");
  }

  @ParameterizedTest
  @ValueSource(strings = {".html", ".md", ".hugo.md", ".jekyll.md", ".json", ".atom", ".ics", ""})
  void everyReadHasItsHeadersAndA304(String suffix) {
    HttpResponse<String> first = service.get(digest + suffix);
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(etag).startsWith("\"").endsWith("\"");
    assertThat(first.headers().firstValue("Digest-Revision")).isPresent();
    assertThat(first.headers().firstValue("Last-Modified")).isPresent();
    assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, no-cache");

    HttpResponse<String> second = service.get(digest + suffix, "If-None-Match", etag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(second.headers().firstValue("ETag")).hasValue(etag);

    HttpResponse<String> head =
        service.send(service.request(digest + suffix).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("ETag")).hasValue(etag);
    assertThat(head.headers().firstValue("Content-Length"))
        .isEqualTo(first.headers().firstValue("Content-Length"));
  }

  @Test
  void everyFormatNamesTheOthersAndDataItsSchema() {
    String api = "/api/v1/conferences/" + conference + "/";
    HttpResponse<String> json = service.get(digest + ".json");
    assertThat(json.headers().firstValue("Link").orElseThrow())
        .contains(
            "</schemas/digest.v1.schema.json>; rel=\"describedby\"; type=\"application/schema+json\"",
            "<"
                + api
                + "digest.atom>; rel=\"alternate\"; type=\"application/atom+xml;charset=utf-8\"",
            "<" + api + "hugo.zip>; rel=\"alternate\"; type=\"application/zip\"")
        .doesNotContain("digest.json>");
    assertThat(service.get(digest + ".atom").headers().firstValue("Link").orElseThrow())
        .contains("<" + api + "digest.json>; rel=\"alternate\"; type=\"application/json\"")
        .doesNotContain("describedby", "digest.atom>");

    HttpResponse<String> schema = service.get("/schemas/digest.v1.schema.json");
    assertThat(schema.headers().firstValue("Content-Type")).hasValue("application/schema+json");
    assertThat(schema.body()).contains("\"$id\": \"https://conferencedigest.org/schemas/digest.v1");
    String etag = schema.headers().firstValue("ETag").orElseThrow();
    assertThat(service.get("/schemas/digest.v1.schema.json", "If-None-Match", etag).statusCode())
        .isEqualTo(304);
    assertThat(service.get("/schemas/digest.v2.schema.json").statusCode()).isEqualTo(404);
  }

  @Test
  void pagesLeadFeedReadersToTheFeed() {
    String feed = "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"";
    assertThat(service.get(digest + ".html").body())
        .contains(feed + "/api/v1/conferences/" + conference + "/digest.atom\"");
    assertThat(service.get("/conferences/" + conference + "/notes/one").body())
        .contains(feed + "/api/v1/conferences/" + conference + "/digest.atom\"");
  }

  @Test
  void theZipHoldsDigestAndNotes() {
    HttpResponse<String> zip = service.get("/api/v1/conferences/" + conference + "/hugo.zip");
    assertThat(zip.statusCode()).isEqualTo(200);
    assertThat(zip.headers().firstValue("Content-Type")).hasValue("application/zip");
    assertThat(zip.body()).contains(conference + "/one.md", conference + "/summary.md");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/conferences/nowhere/digest",
        "/api/v1/conferences/UPPER/digest.json",
        "/api/v1/conferences/%00/digest.json",
        "/api/v1/conferences/..%2Fx/digest.html",
        "/api/v1/conferences/nowhere/digest/changes",
        "/api/v1/conferences/nowhere/digest/lint",
        "/api/v1/conferences/nowhere/hugo.zip",
        "/conferences/nowhere/notes/one",
      })
  void whatIsNotThereIs404(String path) {
    assertProblem(service.get(path), 404, "not-found");
  }

  @Test
  void aDeletedConferenceIs404() {
    sender.send(deletedConference(conference, 2));
    Await.until(() -> assertThat(service.get(digest).statusCode()).isEqualTo(404));
    HttpResponse<String> changes = service.get(digest + "/changes");
    assertThat(changes.statusCode()).isEqualTo(200);
    assertThat(changes.body()).contains("\"kind\":\"removed\"");
  }

  @Test
  void aReadWithATokenIsNeverOlderThanItsWrite() {
    for (int version = 2; version < 100; version++) {
      sender.send(note(conference, "one", version, "Words " + version + "."));
      String token = new DigestAfter(conference, Map.of("notes/one", (long) version)).encode();
      Instance asked = version % 2 == 0 ? service : other;
      HttpResponse<String> response = asked.get(digest + ".hugo.md", "Digest-After", token);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).contains("Words " + version + ".");
    }
  }

  @Test
  void aWriteThatDoesNotComeIs504WithHowFarItIs() {
    String token = new DigestAfter(conference, Map.of("notes/one", 7L)).encode();
    long begin = System.nanoTime();
    HttpResponse<String> response =
        service.get(digest, "Digest-After", token, "Prefer", "respond-async, wait=1");
    assertProblem(response, 504, "timeout");
    assertThat(response.body()).contains("notes/one is at version 1, not yet at 7");
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rubbish!", "", "AAAA", "Y29uZi0x"})
  void aTokenThatIsNoneIs400(String token) {
    assertProblem(service.get(digest, "Digest-After", token), 400, "malformed");
  }

  @Test
  void changesAreListedSinceARevision() {
    sender.send(note(conference, "one", 2, "Other words."));
    Await.until(
        () -> assertThat(service.get(digest + "/changes?since=2").body()).contains("\"one\""));
    HttpResponse<String> all = service.get(digest + "/changes");
    assertThat(all.body())
        .startsWith("{\"conference\":\"" + conference + "\",\"revision\":3,")
        .contains("\"complete\":true")
        .contains("\"changes\":[{\"kind\":\"changed\",\"note\":\"one\"}]");
    assertThat(service.get(digest + "/changes?since=3").body())
        .contains("\"changes\":[]", "\"complete\":true");
    assertThat(service.get(digest + "/changes?since=9").body()).contains("\"complete\":false");
    assertProblem(service.get(digest + "/changes?since=-1"), 400, "malformed");
    assertThat(service.get(digest + "/changes?since=x").statusCode()).isEqualTo(400);
  }

  @Test
  void lintWarnsOfLinksThatLeadNowhere() {
    assertThat(service.get(digest + "/lint").body())
        .contains(
            "\"code\":\"link-to-unpublished\"", "\"place\":\"notes/one/entry\"", "\"line\":1");
  }

  @Test
  void aNoteHasItsPage() {
    HttpResponse<String> page = service.get("/conferences/" + conference + "/notes/one");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Notes on one.");
    assertProblem(service.get("/conferences/" + conference + "/notes/two"), 404, "not-found");
  }

  @Test
  void aPreviewIsSafe() {
    HttpResponse<String> preview =
        service.send(
            service
                .request("/api/v1/preview", "Content-Type", "text/markdown")
                .POST(BodyPublishers.ofString("**bold** <script>alert(1)</script>")));
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body()).contains("<strong>bold</strong>").doesNotContain("<script");
    HttpResponse<String> nothing =
        service.send(
            service
                .request("/api/v1/preview", "Content-Type", "text/markdown")
                .POST(BodyPublishers.noBody()));
    assertThat(nothing.statusCode()).isEqualTo(200);
  }

  @Test
  void itIsReady() {
    Await.until(() -> assertThat(service.get("/health/readiness").statusCode()).isEqualTo(200));
  }

  @Test
  void operatorsSeeWhatIsMeasuredAndTheDescription() {
    assertThat(service.get("/metrics").body())
        .contains("digest_staleness_seconds_bucket", "digest_events_total", "digest_intake_lag");
    assertThat(service.get("/openapi.yaml").body())
        .contains("/digest/changes", "/internal/rebuild", "/hugo.zip");
  }

  private static void assertProblem(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(response.body()).contains("/problems/" + type);
  }
}
