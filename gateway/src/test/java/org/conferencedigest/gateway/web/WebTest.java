package org.conferencedigest.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.conferencedigest.gateway.RunningGateway;
import org.conferencedigest.web.Assets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WebTest {

  private static final RunningGateway GATEWAY =
      RunningGateway.start(Map.of("gateway.web.cache", "1ms"));

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void listsTheConferences() {
    GATEWAY
        .notes()
        .on(
            "/api/v1/conferences",
            exchange -> {
              boolean second = exchange.getRequestURI().getQuery().contains("cursor=c2");
              org.conferencedigest.gateway.FakeService.respond(
                  exchange,
                  200,
                  "application/json",
                  second
                      ? "{\"items\":[{\"slug\":\"ünï\",\"title\":\"Second\"}],\"next\":null}"
                      : """
                        {"items":[{"slug":"spark-2020","title":"Spark <script>alert(1)</script>",
                        "startDate":"2020-06-22","endDate":"2020-06-26","timeZone":"UTC"}],
                        "next":"c2"}""");
            });
    HttpResponse<String> response = GATEWAY.get("/", "Accept", BROWSER);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).contains("text/html");
    assertThat(response.body())
        .contains("href=\"/conferences/spark-2020\"")
        .contains("Spark &lt;script&gt;")
        .doesNotContain("<script>")
        .contains("June 22, 2020")
        .contains("/conferences/%C3%BCn%C3%AF")
        .contains("Second");
    GATEWAY.notes().on("/api/v1/conferences", 500, "text/plain", "no");
    assertThat(GATEWAY.get("/", "Accept", BROWSER).body()).contains("spark-2020");
  }

  @Test
  void servesWhatPagesNameForEver() {
    HttpResponse<String> css = GATEWAY.get(Assets.path("site.css"));
    assertThat(css.statusCode()).isEqualTo(200);
    assertThat(css.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
    assertThat(css.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    String etag = css.headers().firstValue("ETag").orElseThrow();

    assertThat(GATEWAY.get(Assets.path("site.css"), "If-None-Match", etag).statusCode())
        .isEqualTo(304);
    assertThat(GATEWAY.get(Assets.path("site.css"), "Accept-Encoding", "br, gzip").headers().map())
        .containsEntry("content-encoding", List.of("gzip"));
    assertThat(GATEWAY.get(Assets.path("site.css"), "Accept-Encoding", "gzip;q=0").body())
        .isEqualTo(css.body());
    assertThat(GATEWAY.get("/favicon.ico").statusCode()).isEqualTo(200);
    assertThat(GATEWAY.get("/assets/site.css.bak").statusCode()).isEqualTo(404);
    assertThat(GATEWAY.get("/assets/%2e%2e/application.yml").statusCode()).isEqualTo(400);
  }

  @Test
  void aPageOfAnotherBuildGetsWhatThisOneHas() {
    HttpResponse<String> css = GATEWAY.get("/assets/site.0123456789abcdef.css");

    assertThat(css.body()).isEqualTo(GATEWAY.get(Assets.path("site.css")).body());
    assertThat(css.headers().firstValue("Cache-Control").orElseThrow()).doesNotContain("immutable");
  }

  @Test
  void showsProblemsAsPagesToBrowsers() {
    HttpResponse<String> page = GATEWAY.get("/nothing/here", "Accept", BROWSER);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).contains("text/html");
    assertThat(page.body()).contains("<h1>Not found</h1>");
    HttpResponse<String> missing = GATEWAY.get("/conferences/none", "Accept", BROWSER);
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("<h1>").contains("conference none");
    HttpResponse<String> behind = GATEWAY.get("/conferences/none/notes/x", "Accept", BROWSER);
    assertThat(behind.statusCode()).isEqualTo(404);
    assertThat(behind.body()).contains("<h1>Not Found</h1>");
    GATEWAY
        .summary()
        .on(
            "/conferences/none/notes/gone",
            404,
            "application/problem+json",
            """
            {"type":"https://conferencedigest.org/problems/not-found","title":"Not found","status":404,
            "detail":"There is no note <gone>.","instance":"/x","requestId":"r","errors":[]}""");
    assertThat(GATEWAY.get("/conferences/none/notes/gone", "Accept", BROWSER).body())
        .contains("<h1>Not found</h1>", "There is no note &lt;gone&gt;.", "All conferences");

    HttpResponse<String> problem = GATEWAY.get("/nothing/here");
    assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(GATEWAY.get("/conferences/none").headers().firstValue("Content-Type"))
        .contains("application/problem+json");
  }

  @Test
  void showsProblemsAsTheyAreToPrograms() {
    for (String accept :
        List.of("application/json, text/html;q=0.5", "text/html;q=0, */*", "*/*", "text/htmlx")) {
      assertThat(
              GATEWAY
                  .get("/api/v1/conferences/none/digest.md", "Accept", accept)
                  .headers()
                  .firstValue("Content-Type")
                  .orElseThrow())
          .startsWith("application/problem+json");
    }
  }

  @Test
  void refusesMethodsItsPagesDoNotHave() {
    HttpResponse<String> response =
        GATEWAY.send(
            GATEWAY.request("/").POST(java.net.http.HttpRequest.BodyPublishers.ofString("x")));

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).isPresent();
  }
}
