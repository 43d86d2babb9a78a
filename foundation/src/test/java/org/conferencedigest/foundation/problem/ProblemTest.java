package org.conferencedigest.foundation.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.validation.Validated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.conferencedigest.foundation.TestService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemTest {

  private TestService service;
  private ObjectMapper json;

  @BeforeAll
  void start() {
    service =
        TestService.start(
            "problem",
            Map.of(
                "micronaut.server.max-request-size", 10_000,
                "micronaut.server.max-request-buffer-size", 10_000));
    json = service.context().getBean(ObjectMapper.class);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void saysWhatIsWrongInTheTermsOfRfc9457() {
    var response = service.get("/problems/thrown", "X-Request-Id", "abc");
    Map<String, Object> problem = problem(response, 404);
    assertThat(problem)
        .containsEntry("type", "https://conferencedigest.org/problems/not-found")
        .containsEntry("title", "Not found")
        .containsEntry("detail", "There is no such note.")
        .containsEntry("instance", "/problems/thrown")
        .containsEntry("requestId", "abc")
        .doesNotContainKey("errors");
    assertThat(TestService.header(response, "X-Request-Id")).isEqualTo("abc");
  }

  @Test
  void sendsTheHeadersOfTheProblem() {
    var response = service.get("/problems/busy");
    problem(response, 429);
    assertThat(TestService.header(response, "Retry-After")).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/problems/empty", "/problems/null", "/problems/status"})
  void answersWhatIsNotThere(String path) {
    assertThat(problem(service.get(path), 404))
        .containsEntry("type", "https://conferencedigest.org/problems/not-found");
  }

  @Test
  void namesTheMethodsThereAre() {
    var response = service.send("DELETE", "/problems/entries");
    problem(response, 405);
    assertThat(TestService.header(response, "Allow")).isEqualTo("GET, HEAD, POST, PUT");
  }

  @Test
  void namesTheTypesThatCanBeHad() {
    Map<String, Object> problem =
        problem(service.get("/problems/entries", "Accept", "image/png"), 406);
    assertThat(problem.get("detail")).asString().contains("application/json");
  }

  @Test
  void answersInProblemsToWhoeverWantsHtml() {
    problem(service.get("/nowhere", "Accept", "text/html,application/xhtml+xml"), 404);
  }

  @Test
  void namesTheTypesThatAreTaken() {
    var response =
        service.send(
            "POST",
            "/problems/entries",
            BodyPublishers.ofString("<a/>"),
            "Content-Type",
            "application/xml");
    assertThat(problem(response, 415).get("detail")).asString().contains("application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "nonsense",
        "{\"title\": }",
        "{\"title\": \"a\"",
        "{\"title\": \"\u0001\"}",
        "{\"title\": 1e}"
      })
  void refusesWhatIsNotJson(String body) {
    assertThat(problem(service.postJson("/problems/entries", body), 400))
        .containsEntry("type", "https://conferencedigest.org/problems/malformed");
  }

  @Test
  void refusesInvalidUtf8() {
    byte[] body = {
      '{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'
    };
    problem(
        service.send(
            "POST",
            "/problems/entries",
            BodyPublishers.ofByteArray(body),
            "Content-Type",
            "application/json"),
        400);
  }

  @Test
  void refusesJsonNestedWithoutEnd() {
    assertThat(service.postJson("/problems/entries", "[".repeat(5_000)).statusCode())
        .isIn(400, 422);
    problem(service.postJson("/problems/entries", "{\"x\":" + "[".repeat(5_000)), 400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\": {\"a\": 1}} | /title",
        "{\"title\": \"a\", \"minutes\": \"many\"} | /minutes",
        "{\"title\": \"a\", \"minutes\": 99999999999} | /minutes",
        "{\"title\": \"a\", \"date\": \"yesterday\"} | /date",
        "{\"title\": \"a\", \"kind\": \"nap\"} | /kind",
        "{\"title\": \"a\", \"speakers\": 5} | /speakers/0",
        "{\"title\": \"a\", \"speakers\": [{\"name\": \"b\"}, {\"name\": []}]} | /speakers/1/name",
      })
  void pointsAtValuesOfTheWrongKind(String body, String pointer) {
    Map<String, Object> problem = problem(service.postJson("/problems/entries", body), 422);
    assertThat(pointers(problem)).containsExactly(pointer);
    assertThat(problem.toString()).doesNotContain("java.", "Argument", "deserialize");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "5", "\"text\"", "null"})
  void refusesJsonThatIsNoObject(String body) {
    assertThat(service.postJson("/problems/entries", body).statusCode()).isIn(400, 422);
  }

  @Test
  void pointsAtValuesThatBreakConstraints() {
    Map<String, Object> problem =
        problem(
            service.postJson(
                "/problems/entries",
                "{\"title\": \" \", \"speakers\": [{\"name\": \"a\"}, {\"name\": \"\"}]}"),
            422);
    assertThat(problem).containsEntry("type", "https://conferencedigest.org/problems/invalid");
    assertThat(pointers(problem)).containsExactly("/speakers/1/name", "/title");
  }

  @Test
  void namesParametersThatBreakConstraints() {
    assertThat(pointers(problem(service.get("/problems/entries?name=toolong"), 422)))
        .containsExactly("#name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=many", "limit=99999999999", "limit=%00"})
  void refusesParametersOfTheWrongKind(String query) {
    problem(service.get("/problems/entries?" + query), 400);
  }

  @Test
  void refusesAMissingParameter() {
    assertThat(problem(service.get("/problems/needs"), 400).get("detail"))
        .isEqualTo("The value of \"it\" is missing.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain"})
  void refusesContentThatIsTooLarge(String type) {
    var response =
        service.send(
            "PUT",
            "/problems/entries",
            BodyPublishers.ofString("x".repeat(20_000)),
            "Content-Type",
            type);
    problem(response, 413);
  }

  @Test
  void tellsNothingOfItsInside() {
    var response = service.get("/problems/fault");
    Map<String, Object> problem = problem(response, 500);
    assertThat(problem).containsKey("requestId");
    assertThat(response.body()).doesNotContain("secret", "Exception", "java");
  }

  @Test
  void saysThatTheDatabaseIsAway() {
    var response = service.get("/problems/away");
    problem(response, 503);
    assertThat(TestService.header(response, "Retry-After")).isNotEmpty();
  }

  @Test
  void answersHeadWhereverGetIs() {
    var head = service.send("HEAD", "/problems/entries");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(TestService.header(head, "Content-Type")).isEqualTo("application/json");
    var missing = service.send("HEAD", "/problems/thrown");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).isEmpty();
    assertThat(TestService.header(missing, "Content-Type")).isEqualTo("application/problem+json");
    var text = service.send("HEAD", "/problems/text");
    assertThat(TestService.header(text, "Content-Length")).isEqualTo("3");
    assertThat(TestService.header(text, "Content-Type")).isEqualTo("text/plain");
  }

  @ParameterizedTest
  @CsvSource({
    "NONSENSE, 400",
    "GET /problems/entries/%ZZ HTTP/1.1, 400",
    "GET /problems/<x> HTTP/1.1, 400",
    "GET /problems/no such HTTP/1.1, 400",
    "GET /problems/%00 HTTP/1.1, 404",
    "BREW /problems/entries HTTP/1.1, 405",
  })
  void answersRequestsThatAreBroken(String line, int status) throws IOException {
    assertThat(raw(line + "\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .contains(" " + status + " ", "application/problem+json", "requestId");
  }

  @Test
  void answersRequestsWithHugeHeaders() throws IOException {
    String name = "x".repeat(20_000);
    assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\n" + name + ": a\r\n\r\n"))
        .contains(" 413 ", "application/problem+json");
    assertThat(raw("GET /?" + name + " HTTP/1.1\r\nHost: a\r\n\r\n"))
        .contains(" 413 ", "application/problem+json");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", service.port())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private Map<String, Object> problem(java.net.http.HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(TestService.header(response, "Content-Type")).isEqualTo("application/problem+json");
    Map<String, Object> problem = new HashMap<>(read(response.body()));
    assertThat(problem)
        .containsEntry("status", status)
        .containsKeys("type", "title", "detail", "instance", "requestId");
    assertThat(TestService.header(response, "X-Request-Id")).isEqualTo(problem.get("requestId"));
    return problem;
  }

  private Map<String, Object> read(String body) {
    try {
      return json.readValue(body, Argument.mapOf(String.class, Object.class));
    } catch (IOException e) {
      throw new IllegalStateException(body, e);
    }
  }

  private static List<Object> pointers(Map<String, Object> problem) {
    return ((List<?>) Objects.requireNonNull(problem.get("errors")))
        .stream().map(error -> (Object) ((Map<?, ?>) error).get("pointer")).toList();
  }

  enum Kind {
    TALK,
    KEYNOTE
  }

  @Serdeable
  @Introspected
  record Speaker(@NotBlank String name) {}

  @Serdeable
  record Entry(
      @NotBlank String title,
      @Nullable Integer minutes,
      @Nullable LocalDate date,
      @Nullable Kind kind,
      @Nullable List<@Valid Speaker> speakers) {}

  @Validated
  @Controller("/problems")
  @Requires(property = "test.service", value = "problem")
  static class Problems {

    @Get("/thrown")
    String thrown() {
      throw ProblemException.notFound("There is no such note.");
    }

    @Get("/busy")
    String busy() {
      throw ProblemException.tooManyRequests("Slowly.", Duration.ofMillis(1_500));
    }

    @Get("/empty")
    Optional<String> empty() {
      return Optional.empty();
    }

    @Get("/null")
    @Nullable String nothing() {
      return null;
    }

    @Get("/status")
    HttpResponse<?> status() {
      return HttpResponse.status(HttpStatus.NOT_FOUND);
    }

    @Get("/entries")
    List<String> list(
        @QueryValue @Nullable Integer limit, @QueryValue @Nullable @Size(max = 3) String name) {
      return List.of("one");
    }

    @Post("/entries")
    String add(@Body @Valid Entry entry) {
      return "added";
    }

    @Put("/entries")
    @Consumes({"application/json", "text/plain"})
    @Produces("text/plain")
    String replace(@Body String entry) {
      return "replaced";
    }

    @Get(value = "/text", produces = "text/plain")
    String text() {
      return "\u00e9t";
    }

    @Get("/needs")
    String needs(@QueryValue int it) {
      return "" + it;
    }

    @Get("/fault")
    JsonNode fault() {
      throw new IllegalStateException("the secret");
    }

    @Get("/away")
    String away() {
      throw new IllegalStateException(
          new SQLTransientConnectionException("Connection is not available"));
    }
  }
}
