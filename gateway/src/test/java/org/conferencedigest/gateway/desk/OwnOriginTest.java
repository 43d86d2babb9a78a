package org.conferencedigest.gateway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.conferencedigest.gateway.RunningGateway;
import org.conferencedigest.gateway.TestIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which names people may sign in and write, and which pages may not. */
class OwnOriginTest {

  /** Bound to its machine, as it is after an installation. */
  private static final RunningGateway LOCAL =
      RunningGateway.start(Map.of("gateway.headers.other-origins", "https://talks.lan:8443"));

  private static final RunningGateway SHARED =
      RunningGateway.start(
          Map.of(
              "micronaut.server.host", "0.0.0.0",
              "gateway.headers.public-url", "https://digest.example.org"));

  private static final String NOTE = "/api/v1/conferences/c/notes/n";

  @AfterAll
  static void stop() {
    LOCAL.close();
    SHARED.close();
  }

  @ParameterizedTest
  @CsvSource({
    "laptop.lan:8080, Origin: http://laptop.lan:8080",
    "10.0.0.7:8080, Origin: http://10.0.0.7:8080",
    "digest.lan, Origin: https://digest.lan",
    "gateway:8080, Origin: https://digest.example.org",
    "gateway:8080, Sec-Fetch-Site: same-origin"
  })
  void whoOpensASharedGatewayByAnyNameSignsInAndWrites(String host, String browser) {
    assertLetIn(SHARED, host, browser);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080, Origin: http://localhost:8080",
    "digest.localhost:8080, Origin: http://digest.localhost:8080",
    "127.0.0.1:8080, Origin: http://127.0.0.1:8080",
    "[::1]:8080, Origin: http://[::1]:8080",
    "192.168.1.5:8080, Origin: http://192.168.1.5:8080",
    "talks.lan:8443, Origin: https://talks.lan:8443",
    "localhost:8080, Origin: https://talks.lan:8443"
  })
  void aGatewayOfOneMachineAnswersToItsAddressesAndNames(String host, String browser) {
    assertLetIn(LOCAL, host, browser);
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example:8080, Origin: http://evil.example:8080",
    "evil.example:8080, Sec-Fetch-Site: same-origin",
    "127.0.0.1.evil.example, Origin: http://127.0.0.1.evil.example",
    "localhost.evil.example, Origin: http://localhost.evil.example"
  })
  void aNameThatWasMadeToLeadHereIsRefused(String host, String browser) {
    assertRefused(LOCAL, host, browser);
  }

  @ParameterizedTest
  @CsvSource({
    "laptop.lan, Origin: https://evil.example",
    "laptop.lan, Origin: null",
    "laptop.lan, Sec-Fetch-Site: cross-site",
    "laptop.lan, Sec-Fetch-Site: none"
  })
  void pagesOfOtherSitesAreRefusedWithWhatToSet(String host, String browser) {
    assertRefused(SHARED, host, browser);
    if (browser.endsWith("evil.example")) {
      assertThat(write(SHARED, host, browser))
          .contains("set DIGEST_OTHER_ORIGINS of the gateway to https://evil.example.");
    }
  }

  private static void assertLetIn(RunningGateway gateway, String host, String browser) {
    assertThat(signIn(gateway, host, browser)).startsWith("HTTP/1.1 303");
    assertThat(write(gateway, host, browser)).startsWith("HTTP/1.1 200");
  }

  private static void assertRefused(RunningGateway gateway, String host, String browser) {
    assertThat(signIn(gateway, host, browser)).satisfies(OwnOriginTest::isRefused);
    assertThat(write(gateway, host, browser)).satisfies(OwnOriginTest::isRefused);
  }

  private static void isRefused(String response) {
    assertThat(response)
        .startsWith("HTTP/1.1 403")
        .contains("application/problem+json", "DIGEST_OTHER_ORIGINS");
  }

  private static String signIn(RunningGateway gateway, String host, String browser) {
    String form = "next=/write&token=" + TestIdentity.token("ann");
    return gateway.raw(
        "POST /write/sign-in HTTP/1.1\r\nHost: %s\r\n%s\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(host, browser, form.length(), form));
  }

  private static String write(RunningGateway gateway, String host, String browser) {
    gateway.notes().on(NOTE, 200, "application/json", "{}");
    String cookie = gateway == SHARED ? "__Host-desk" : "desk";
    return gateway.raw(
        "PUT %s HTTP/1.1\r\nHost: %s\r\n%s\r\nConnection: close\r\nDigest-Desk: 1\r\nCookie: %s=%s\r\nContent-Length: 2\r\n\r\n{}"
            .formatted(NOTE, host, browser, cookie, TestIdentity.token("ann")));
  }
}
