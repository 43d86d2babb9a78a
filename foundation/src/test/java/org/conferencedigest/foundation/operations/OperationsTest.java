package org.conferencedigest.foundation.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Instant;
import java.util.Map;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.embedded.TestPostgres;
import org.conferencedigest.foundation.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsTest {

  private TestService service;

  @BeforeAll
  void start() {
    service = TestService.start("operations", Map.of("identity.clock-skew", "7s"));
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void measures() {
    service.get("/operations/thread");
    var response = service.get("/metrics");
    assertThat(TestService.header(response, "Content-Type")).startsWith("text/plain");
    assertThat(response.body()).contains("jvm_memory_used_bytes", "http_server_requests_seconds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness"})
  void tellsOnlyWhetherItIsUp(String path) {
    assertThat(service.get(path).body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(
            service.get(path, "Authorization", "Bearer " + TestService.KEY.token("ada", "editor")))
        .extracting(java.net.http.HttpResponse::body)
        .isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void isNotReadyWithoutItsDatabaseButAlive() {
    try (TestPostgres server = TestMachine.ownPostgres()) {
      Database database = server.database("digest", "for-this-test");
      try (TestService stored =
          TestService.start(
              "operations",
              Map.of(
                  "outbox.relay",
                  false,
                  "kafka.bootstrap.servers",
                  "localhost:1",
                  "datasources.default.url",
                  database.url(),
                  "datasources.default.username",
                  database.user(),
                  "datasources.default.password",
                  database.password(),
                  "datasources.default.connection-timeout",
                  500))) {
        assertThat(stored.get("/health/readiness").statusCode()).isEqualTo(200);
        server.kill();
        assertThat(stored.get("/health/readiness").statusCode()).isEqualTo(503);
        assertThat(stored.get("/health/liveness").statusCode()).isEqualTo(200);
        server.restart();
        Instant deadline = Instant.now().plusSeconds(20);
        while (stored.get("/health/readiness").statusCode() != 200) {
          assertThat(Instant.now()).as("the deadline").isBefore(deadline);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/beans", "/env", "/routes", "/loggers", "/prometheus", "/stop", "/info"})
  void showsNothingElse(String path) {
    assertThat(service.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void servesTheDescriptionOnTheClassPath() {
    assertThat(service.get("/openapi.yaml").body()).contains("openapi: 3");
  }

  @Test
  void runsWhatBlocksOnVirtualThreads() {
    assertThat(service.get("/operations/thread").body()).isEqualTo("true");
  }

  @Test
  void letsTheServiceHaveTheLastWordOnSettings() {
    Environment environment = service.context().getEnvironment();
    assertThat(environment.getProperty("identity.clock-skew", String.class)).contains("7s");
    assertThat(environment.getProperty("identity.roles-claim", String.class)).contains("roles");
  }

  @Controller("/operations")
  @Requires(property = "test.service", value = "operations")
  static class Threads {

    @Get(value = "/thread", produces = "text/plain")
    String thread() {
      return Boolean.toString(Thread.currentThread().isVirtual());
    }
  }
}
