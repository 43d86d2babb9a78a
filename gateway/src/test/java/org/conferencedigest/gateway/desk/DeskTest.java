package org.conferencedigest.gateway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.conferencedigest.gateway.FakeService;
import org.conferencedigest.gateway.RunningGateway;
import org.conferencedigest.gateway.TestIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is signed in, what is done in their name, and what is not. */
class DeskTest {

  private static final RunningGateway GATEWAY = RunningGateway.start();
  private static final RunningGateway SECURE =
      RunningGateway.start(Map.of("gateway.headers.public-url", "https://digest.example.org"));

  private static final String CONFERENCE = "/api/v1/conferences/c";
  private static final String NOTE = CONFERENCE + "/notes/n";

  @AfterAll
  static void stop() {
    GATEWAY.close();
    SECURE.close();
  }

  @Test
  void aTokenIsKeptWhereNoScriptSeesIt() {
    HttpResponse<String> response = signIn(GATEWAY, TestIdentity.token("ann"), "/write/c");

    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Location")).hasValue("/write/c");
    assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("desk=")
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Lax", "Path=/")
        .doesNotContain("Secure");
  }

  @Test
  void onTlsTheCookieIsSentByTlsAloneAndOnlyThisHostSetsIt() {
    assertThat(
            signIn(SECURE, TestIdentity.token("ann"), "/write")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow())
        .startsWith("__Host-desk=")
        .contains("Secure");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/other",
        "/write\n",
        "/write/a b",
        "/write/%zz",
        "/write/[x]",
        "/write/\u00fc"
      })
  void signingInLeadsNowhereElse(String next) {
    assertThat(signIn(GATEWAY, TestIdentity.token("ann"), next).headers().firstValue("Location"))
        .hasValue("/write");
  }

  @Test
  void badTokensAreRefusedWithAWordOnWhatToDo() {
    for (String token :
        new String[] {
          "",
          "x",
          "a b",
          TestIdentity.expiredToken("ann"),
          TestIdentity.forgedToken("ann"),
          "x".repeat(5_000)
        }) {
      HttpResponse<String> response = signIn(GATEWAY, token, "/write");
      assertThat(response.statusCode()).isEqualTo(422);
      assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(response.body()).contains("role=\"alert\"").doesNotContain("{&quot;type");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"&&=&", "token=%ff%fe&next=%00", "=", ""})
  void aFormThatIsNoneIsRefused(String form) {
    HttpResponse<String> response =
        GATEWAY.send(
            GATEWAY
                .request("/write/sign-in")
                .header("Origin", origin())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));

    assertThat(response.statusCode()).isBetween(400, 422);
  }

  @Test
  void pagesAskWhoeverIsNotSignedInToSignIn() {
    HttpResponse<String> response = GATEWAY.get("/write/c?show=now");
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Location"))
        .hasValue("/write/sign-in?next=%2Fwrite%2Fc%3Fshow%3Dnow");

    HttpResponse<String> ended =
        GATEWAY.get("/write", "Cookie", "desk=" + TestIdentity.expiredToken("ann"));
    assertThat(ended.statusCode()).isEqualTo(303);
    assertThat(ended.headers().firstValue("Location").orElseThrow()).endsWith("&ended=true");
    assertThat(GATEWAY.get("/write/sign-in?ended=true").body()).contains("does not hold any more");
  }

  @Test
  void theCookieIsTheBearerOfWhatOurPagesAskTheApi() {
    GATEWAY.notes().on(NOTE, 200, "application/json", "{}");
    String token = TestIdentity.token("ann");

    GATEWAY.get(NOTE, "Cookie", "desk=" + token);
    assertThat(GATEWAY.notes().asked(NOTE).getLast().header("Authorization"))
        .isEqualTo("Bearer " + token);

    HttpResponse<String> put =
        put(token, "Origin", origin(), "Digest-Desk", "1", "Sec-Fetch-Site", "same-origin");
    assertThat(put.statusCode()).isEqualTo(200);
    assertThat(GATEWAY.notes().asked(NOTE).getLast().header("Authorization"))
        .isEqualTo("Bearer " + token);
  }

  @Test
  void whatAnotherSiteMakesABrowserSendIsRefused() {
    String token = TestIdentity.token("ann");
    int asked = GATEWAY.notes().asked(NOTE).size();

    assertThat(put(token, "Origin", "https://evil.example", "Digest-Desk", "1").statusCode())
        .isEqualTo(403);
    assertThat(put(token, "Origin", "null", "Digest-Desk", "1").statusCode()).isEqualTo(403);
    assertThat(put(token, "Digest-Desk", "1").statusCode()).isEqualTo(403);
    assertThat(put(token, "Sec-Fetch-Site", "same-site", "Digest-Desk", "1").statusCode())
        .isEqualTo(403);
    assertThat(put(token, "Origin", origin()).statusCode()).isEqualTo(403);
    for (String path :
        new String[] {"/write", "/write/sign-in", "/write/sign-out", "/write/c/notes/n"}) {
      assertThat(
              GATEWAY
                  .send(
                      GATEWAY
                          .request(path)
                          .header("Cookie", "desk=" + token)
                          .header("Origin", "https://evil.example")
                          .header("Content-Type", "application/x-www-form-urlencoded")
                          .POST(BodyPublishers.ofString("title=x")))
                  .statusCode())
          .isEqualTo(403);
    }
    assertThat(GATEWAY.notes().asked(NOTE)).hasSize(asked);
  }

  @Test
  void whoSendsATokenOfTheirOwnNeedsNoPageOfOurs() {
    GATEWAY.notes().on(NOTE, 200, "application/json", "{}");
    HttpResponse<String> response =
        GATEWAY.send(
            GATEWAY
                .request(NOTE)
                .header("Authorization", "Bearer " + TestIdentity.token("bob"))
                .PUT(BodyPublishers.ofString("{}")));
    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void theCookieIsNobodyOutsideOfDeskAndApi() {
    GATEWAY.summary().on("/conferences/c/notes/n", 200, "text/html", "<p>");
    GATEWAY.get("/conferences/c/notes/n", "Cookie", "desk=" + TestIdentity.token("ann"));
    assertThat(GATEWAY.summary().asked("/conferences/c/notes/n").getLast().header("Authorization"))
        .isNull();
  }

  @Test
  void aFormThatIsRefusedComesBackAsItWasFilledWithWhatIsToBeMended() {
    conference();
    GATEWAY
        .notes()
        .on(
            NOTE,
            exchange ->
                FakeService.respond(
                    exchange,
                    422,
                    "application/problem+json",
                    """
                    {"type":"https://conferencedigest.org/problems/invalid","title":"Invalid",
                    "status":422,"detail":"verdict must be one of best","instance":"/x",
                    "requestId":"r","errors":[]}"""));

    HttpResponse<String> response =
        form(
            "/write/c/notes/n",
            Map.of(
                "title", "<b>T", "body", "Text\r\nof <i>mine", "etag", "\"1\"", "position", "2"));

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .contains("verdict must be one of best")
        .contains(">&lt;b&gt;T</textarea>")
        .contains("Text\nof &lt;i&gt;mine")
        .doesNotContain("<i>mine");
    assertThat(form("/write/c/notes/n", Map.of("title", "T", "position", "soon")).body())
        .contains("whole numbers");
  }

  @Test
  void aFormThatCameLateShowsBothTexts() {
    conference();
    GATEWAY
        .notes()
        .on(
            NOTE,
            exchange -> {
              boolean put = exchange.getRequestMethod().equals("PUT");
              exchange.getResponseHeaders().set("ETag", "\"2\"");
              FakeService.respond(
                  exchange,
                  put ? 412 : 200,
                  put ? "application/problem+json" : "application/json",
                  put
                      ? "{\"status\":412}"
                      : "{\"slug\":\"n\",\"author\":\"ann\",\"state\":\"draft\",\"title\":\"T\",\"date\":\"2026-03-02\",\"body\":\"Theirs.\"}");
            });

    HttpResponse<String> response =
        form("/write/c/notes/n", Map.of("title", "T", "body", "Mine.", "etag", "\"1\""));

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.body())
        .contains("Theirs.", "Mine.", "Nothing is lost", "value=\"&#34;2&#34;\"");
    assertThat(
            GATEWAY.notes().asked(NOTE).stream()
                .filter(a -> a.method().equals("PUT"))
                .toList()
                .getLast()
                .header("If-Match"))
        .isEqualTo("\"1\"");
  }

  @Test
  void aServiceThatIsDownIsSaidInWords() {
    RunningGateway alone = RunningGateway.start();
    try (alone) {
      alone.notes().goDown();
      HttpResponse<String> page =
          alone.get(
              "/write",
              "Cookie",
              "desk=" + TestIdentity.token("ann"),
              "Accept",
              "text/html,*/*;q=0.8");
      assertThat(page.statusCode()).isEqualTo(502);
      assertThat(page.body()).contains("<h1>");
    }
  }

  private static void conference() {
    GATEWAY
        .notes()
        .on(CONFERENCE, 200, "application/json", "{\"slug\":\"c\",\"title\":\"C <script>\"}");
  }

  private static String origin() {
    return "http://" + GATEWAY.uri("/").getAuthority();
  }

  private static HttpResponse<String> put(String token, String... headers) {
    HttpRequest.Builder request =
        GATEWAY.request(NOTE).header("Cookie", "desk=" + token).PUT(BodyPublishers.ofString("{}"));
    return GATEWAY.send(request.headers(headers));
  }

  private static HttpResponse<String> form(String path, Map<String, String> fields) {
    return GATEWAY.send(
        GATEWAY
            .request(path)
            .header("Cookie", "desk=" + TestIdentity.token("ann"))
            .header("Origin", origin())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(fields))));
  }

  private static HttpResponse<String> signIn(RunningGateway gateway, String token, String next) {
    return gateway.send(
        gateway
            .request("/write/sign-in")
            .header("Origin", "http://" + gateway.uri("/").getAuthority())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(Map.of("token", token, "next", next)))));
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
