package org.conferencedigest.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.conferencedigest.gateway.FakeDigests;
import org.conferencedigest.gateway.RunningGateway;
import org.conferencedigest.gateway.TestIdentity;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final String PATH = "/api/v1/conferences/spark";

  private static RunningGateway gateway(Map<String, Object> settings) {
    RunningGateway gateway = RunningGateway.start(settings);
    gateway.notes().on(PATH, 200, "application/json", "{}");
    return gateway;
  }

  @Test
  void refusesWhatIsTooMuchForAnAddress() {
    try (RunningGateway gateway =
        gateway(
            Map.of("gateway.limits.address-burst", 3, "gateway.limits.address-per-second", 1))) {
      HttpResponse<String> first = gateway.get(PATH);
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.headers().firstValue("RateLimit-Policy")).contains("\"address\";q=3;w=3");
      assertThat(first.headers().firstValue("RateLimit").orElseThrow())
          .startsWith("\"address\";r=2;t=");
      HttpResponse<String> last = first;
      for (int i = 0; i < 5; i++) {
        last = gateway.get(PATH);
      }

      assertThat(last.statusCode()).isEqualTo(429);
      assertThat(last.headers().firstValue("Retry-After")).contains("1");
      assertThat(last.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(last.headers().firstValue("RateLimit").orElseThrow()).contains("r=0");
      assertThat(last.body()).contains("too-many-requests");
    }
  }

  @Test
  void countsAnIdentityForItself() {
    try (RunningGateway gateway =
        gateway(
            Map.of(
                "gateway.limits.address-burst", 1000,
                "gateway.limits.subject-burst", 2,
                "gateway.limits.subject-per-second", 1))) {
      String ada = "Bearer " + TestIdentity.token("ada");
      int[] statuses = new int[4];
      for (int i = 0; i < statuses.length; i++) {
        statuses[i] = gateway.get(PATH, "Authorization", ada).statusCode();
      }

      assertThat(statuses).contains(200, 429);
      assertThat(gateway.get(PATH).statusCode()).isEqualTo(200);
      assertThat(
              gateway
                  .get(PATH, "Authorization", "Bearer " + TestIdentity.token("bob"))
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void countsAnAddressByWhatTrustedProxiesSay() {
    try (RunningGateway gateway =
        gateway(
            Map.of(
                "gateway.headers.trusted-proxies", 1,
                "gateway.limits.address-burst", 1,
                "gateway.limits.address-per-second", 1))) {
      assertThat(gateway.get(PATH, "X-Forwarded-For", "1.1.1.1").statusCode()).isEqualTo(200);
      assertThat(gateway.get(PATH, "X-Forwarded-For", "2.2.2.2, 1.1.1.1").statusCode())
          .isEqualTo(429);
      assertThat(gateway.get(PATH, "X-Forwarded-For", "1.1.1.1, 2.2.2.2").statusCode())
          .isEqualTo(200);
      assertThat(gateway.get(PATH, "X-Forwarded-For", "2001:db8::1").statusCode()).isEqualTo(200);
      assertThat(gateway.get(PATH, "X-Forwarded-For", "2001:db8::2").statusCode()).isEqualTo(429);
    }
  }

  @Test
  void doesNotCountAnswersFromMemory() {
    try (RunningGateway gateway =
        gateway(
            Map.of(
                "gateway.digests.revalidate-after", "1m",
                "gateway.limits.address-burst", 2,
                "gateway.limits.address-per-second", 1))) {
      FakeDigests digests = new FakeDigests(gateway.summary(), "spark").at(1);
      for (int i = 0; i < 10; i++) {
        assertThat(gateway.get(digests.path("md")).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void refusesBadTokensAtOnceAndPassesGoodOnesOn() {
    try (RunningGateway gateway = gateway(Map.of())) {
      for (String credentials :
          new String[] {
            "Bearer nonsense",
            "Bearer " + TestIdentity.expiredToken("ada"),
            "Bearer " + TestIdentity.forgedToken("ada"),
            "Basic YTpi"
          }) {
        HttpResponse<String> refused = gateway.get(PATH, "Authorization", credentials);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
            .contains("Bearer");
        assertThat(refused.headers().firstValue("Content-Type"))
            .contains("application/problem+json");
      }
      assertThat(gateway.notes().asked(PATH)).isEmpty();
      String token = "Bearer " + TestIdentity.token("ada");

      assertThat(gateway.get(PATH, "Authorization", token).body()).isEqualTo("{}");
      assertThat(gateway.get(PATH, "Authorization", token).body()).isEqualTo("{}");
      assertThat(gateway.notes().asked(PATH).getLast().header("Authorization")).isEqualTo(token);
    }
  }
}
