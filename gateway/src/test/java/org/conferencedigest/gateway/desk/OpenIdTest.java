package org.conferencedigest.gateway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.conferencedigest.gateway.FakeService;
import org.conferencedigest.gateway.RunningGateway;
import org.conferencedigest.gateway.TestIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in through a provider, by the authorization code flow with a proof key. */
class OpenIdTest {

  private static final FakeService PROVIDER = FakeService.start();
  private static final RunningGateway GATEWAY =
      RunningGateway.start(
          Map.of(
              "gateway.desk.openid.issuer", PROVIDER.url(),
              "gateway.desk.openid.client", "the desk",
              "gateway.desk.openid.secret", "s3cret",
              "gateway.desk.openid.name", "Example Id"));

  @AfterAll
  static void stop() {
    GATEWAY.close();
    PROVIDER.close();
  }

  @BeforeEach
  void configure() {
    PROVIDER.on(
        "/.well-known/openid-configuration",
        200,
        "application/json",
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token"}
        """
            .formatted(PROVIDER.url()));
    give(
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\"}".formatted(TestIdentity.token("ann")));
  }

  @Test
  void aCodeIsChangedForATokenThatIsKeptInTheCookie() {
    assertThat(GATEWAY.get("/write/sign-in").body()).contains("Sign in with Example Id");
    Begun begun = begin("/write/openid?next=%2Fwrite%2Fc");
    assertThat(begun.query())
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "the desk")
        .containsEntry("redirect_uri", "http://localhost:8080/write/openid/callback")
        .containsEntry("code_challenge_method", "S256");

    HttpResponse<String> end = end(begun, begun.state());

    assertThat(end.statusCode()).isEqualTo(303);
    assertThat(end.headers().firstValue("Location")).hasValue("/write/c");
    assertThat(end.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("desk=" + TestIdentity.token("ann").split("\\.")[0]));
    FakeService.Asked asked = PROVIDER.asked("/token").getLast();
    assertThat(asked.body())
        .contains("grant_type=authorization_code", "code=abc", "code_verifier=");
    assertThat(asked.header("Authorization")).startsWith("Basic ");
  }

  @Test
  void anAnswerThatThisBrowserDidNotAskForIsRefused() {
    Begun begun = begin("/write/openid");
    int asked = PROVIDER.asked("/token").size();

    assertThat(end(begun, "another").statusCode()).isEqualTo(422);
    assertThat(GATEWAY.get("/write/openid/callback?code=abc&state=x").statusCode()).isEqualTo(422);
    assertThat(GATEWAY.get("/write/openid/callback").statusCode()).isEqualTo(422);
    assertThat(PROVIDER.asked("/token")).hasSize(asked);
  }

  @Test
  void aTokenThatDoesNotHoldSignsNobodyIn() {
    give("{\"access_token\":\"%s\"}".formatted(TestIdentity.forgedToken("ann")));
    Begun begun = begin("/write/openid");
    HttpResponse<String> end = end(begun, begun.state());
    assertThat(end.statusCode()).isEqualTo(422);
    assertThat(end.body()).contains("does not hold here");
    assertThat(end.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void aProviderThatFailsIsSaidInWords() {
    PROVIDER.on("/token", 500, "text/plain", "no");
    Begun begun = begin("/write/openid");
    HttpResponse<String> end = end(begun, begun.state());
    assertThat(end.statusCode()).isEqualTo(502);
    assertThat(end.body()).contains("cannot be reached just now");
  }

  @Test
  void withoutAProviderThereIsNoSuchPage() {
    try (RunningGateway alone = RunningGateway.start()) {
      assertThat(alone.get("/write/openid").statusCode()).isEqualTo(404);
      assertThat(alone.get("/write/sign-in").body()).doesNotContain("Sign in with");
    }
  }

  /** What a browser carries while somebody signs in at the provider. */
  private record Begun(String cookie, Map<String, String> query) {

    String state() {
      return query.getOrDefault("state", "");
    }
  }

  private static void give(String token) {
    PROVIDER.on("/token", 200, "application/json", token);
  }

  private static Begun begin(String path) {
    HttpResponse<String> response = GATEWAY.get(path);
    assertThat(response.statusCode()).isEqualTo(303);
    URI there = URI.create(response.headers().firstValue("Location").orElseThrow());
    assertThat(there.getPath()).isEqualTo("/authorize");
    return new Begun(
        response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0],
        Arrays.stream(there.getRawQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))));
  }

  private static HttpResponse<String> end(Begun begun, String state) {
    return GATEWAY.get("/write/openid/callback?code=abc&state=" + state, "Cookie", begun.cookie());
  }
}
