package org.conferencedigest.gateway.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.conferencedigest.gateway.RunningGateway;
import org.junit.jupiter.api.Test;

class CorsFilterTest {

  private static final String PATH = "/api/v1/conferences/spark";

  @Test
  void isClosedByDefault() {
    try (RunningGateway gateway = RunningGateway.start()) {
      gateway.notes().on(PATH, 200, "application/json", "{}");

      assertThat(preflight(gateway, "https://other.example").headers().map())
          .doesNotContainKey("access-control-allow-origin");
      assertThat(gateway.get(PATH, "Origin", "https://other.example").headers().map())
          .doesNotContainKey("access-control-allow-origin");
      assertThat(gateway.notes().asked().stream().map(a -> a.method())).doesNotContain("OPTIONS");
    }
  }

  @Test
  void letsConfiguredOriginsIn() {
    try (RunningGateway gateway =
        RunningGateway.start(Map.of("gateway.headers.cors-origins", "https://blog.example"))) {
      gateway.notes().on(PATH, 200, "application/json", "{}");
      HttpResponse<String> preflight = preflight(gateway, "https://blog.example");
      assertThat(preflight.statusCode()).isEqualTo(204);
      assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
          .contains("https://blog.example");
      assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
          .contains("PUT");
      HttpResponse<String> actual = gateway.get(PATH, "Origin", "https://blog.example");
      assertThat(actual.headers().firstValue("Access-Control-Allow-Origin"))
          .contains("https://blog.example");
      assertThat(actual.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
          .contains("Digest-After");
      assertThat(actual.headers().allValues("Vary")).contains("Origin");
      assertThat(preflight(gateway, "https://evil.example").headers().map())
          .doesNotContainKey("access-control-allow-origin");
    }
  }

  private static HttpResponse<String> preflight(RunningGateway gateway, String origin) {
    return gateway.send(
        gateway
            .request(PATH)
            .headers("Origin", origin, "Access-Control-Request-Method", "PUT")
            .method("OPTIONS", BodyPublishers.noBody()));
  }
}
