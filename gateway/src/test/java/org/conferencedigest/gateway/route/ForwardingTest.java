package org.conferencedigest.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.conferencedigest.gateway.FakeService;
import org.conferencedigest.gateway.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ForwardingTest {

  private static final RunningGateway GATEWAY = RunningGateway.start();

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void sendsPathAndQueryUnchangedToTheServiceOfTheRoute() {
    GATEWAY.notes().on("/api/v1/conferences/spark/notes", 200, "application/json", "{}");
    HttpResponse<String> response =
        GATEWAY.get("/api/v1/conferences/spark/notes?limit=5&cursor=a%2Fb%20c");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{}");
    assertThat(GATEWAY.notes().asked("/api/v1/conferences/spark/notes").getLast().target())
        .isEqualTo("/api/v1/conferences/spark/notes?limit=5&cursor=a%2Fb%20c");
  }

  @Test
  void sendsBodiesAndAnswersWithTheStatusAndHeadersOfTheService() {
    GATEWAY
        .notes()
        .on(
            "/api/v1/conferences/spark/notes/keynote",
            exchange -> {
              exchange.getResponseHeaders().set("ETag", "\"7\"");
              exchange.getResponseHeaders().set("Digest-After", "token");
              FakeService.respond(exchange, 201, "application/json", "{\"slug\":\"keynote\"}");
            });
    String body = "ä".repeat(300_000);
    HttpResponse<String> response =
        GATEWAY.send(
            GATEWAY
                .request("/api/v1/conferences/spark/notes/keynote")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"6\"")
                .PUT(BodyPublishers.ofString(body)));

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("ETag")).contains("\"7\"");
    assertThat(response.headers().firstValue("Digest-After")).contains("token");
    FakeService.Asked asked =
        GATEWAY.notes().asked("/api/v1/conferences/spark/notes/keynote").getLast();
    assertThat(asked.body()).hasSize(600_000);
    assertThat(asked.header("If-Match")).isEqualTo("\"6\"");
  }

  @Test
  void sendsBodiesOfUnknownLength() {
    GATEWAY.notes().on("/api/v1/conferences/spark/notes/chunked", 200, "text/plain", "ok");
    HttpResponse<String> response =
        GATEWAY.send(
            GATEWAY
                .request("/api/v1/conferences/spark/notes/chunked")
                .PUT(
                    BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[100_000]))));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(GATEWAY.notes().asked("/api/v1/conferences/spark/notes/chunked").getLast().body())
        .hasSize(100_000);
  }

  @Test
  void streamsLargeAnswers() {
    String large = "0123456789".repeat(400_000);
    GATEWAY.summary().on("/api/v1/conferences/spark/hugo.zip", 200, "application/zip", large);

    assertThat(GATEWAY.get("/api/v1/conferences/spark/hugo.zip").body()).isEqualTo(large);
  }

  @Test
  void keepsTheLengthInAnswersToHead() {
    GATEWAY.notes().on("/api/v1/conferences/spark", 200, "application/json", "{\"a\":1}");
    HttpResponse<String> response =
        GATEWAY.send(
            GATEWAY.request("/api/v1/conferences/spark").method("HEAD", BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Length")).contains("7");
    assertThat(response.body()).isEmpty();
  }

  @Test
  void passesErrorsOfTheServiceOn() {
    GATEWAY
        .notes()
        .on("/api/v1/conferences/spark/talks/x", 422, "application/problem+json", "{\"a\":1}");
    HttpResponse<String> response = GATEWAY.get("/api/v1/conferences/spark/talks/x");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).isEqualTo("{\"a\":1}");
  }

  @Test
  void refusesBodiesThatAreTooLargeForTheirRoute() {
    HttpResponse<String> response =
        GATEWAY.send(
            GATEWAY
                .request("/api/v1/preview")
                .POST(BodyPublishers.ofByteArray(new byte[3_000_000])));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void answersNotFoundWhereNothingIs() {
    HttpResponse<String> response = GATEWAY.get("/internal/dead-letters");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(GATEWAY.summary().asked("/internal/dead-letters")).isEmpty();
    assertThat(Objects.requireNonNull(response.body())).doesNotContain("Exception");
  }
}
