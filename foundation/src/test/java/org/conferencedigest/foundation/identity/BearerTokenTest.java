package org.conferencedigest.foundation.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.conferencedigest.foundation.TestKey;
import org.conferencedigest.foundation.TestService;
import org.conferencedigest.foundation.trace.TraceContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BearerTokenTest {

  private static final TestKey KEY = TestService.KEY;

  private TestService service;

  @BeforeAll
  void start() {
    service = TestService.start("identity", Map.of());
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void readsWithoutAToken() {
    assertThat(service.get("/identity/who").body()).isEqualTo(" []");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/identity/who", "/identity/blocking"})
  void knowsWhoCalls(String path) {
    var response = as(path, KEY.token("ada", "editor", "author", "other"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("ada [AUTHOR, EDITOR]");
  }

  @Test
  void keepsTheTraceOfARequestWithAToken() {
    var response =
        service.get(
            "/identity/trace",
            "Authorization",
            "Bearer " + KEY.token("ada"),
            "X-Request-Id",
            "the-request");
    assertThat(response.body()).isEqualTo("the-request");
  }

  @ParameterizedTest
  @CsvSource({
    "author, , 401", "author, none, 403", "author, author, 200", "author, editor, 200",
    "editor, , 401", "editor, none, 403", "editor, author, 403", "editor, editor, 200",
    "of/ada, , 401", "of/ada, none, 403", "of/ada, author, 200", "of/ada, editor, 200",
    "of/bob, , 401", "of/bob, none, 403", "of/bob, author, 403", "of/bob, editor, 200",
  })
  void checksRoles(String path, @org.jspecify.annotations.Nullable String role, int status) {
    String address = "/identity/" + path;
    var response =
        role == null
            ? service.send("PUT", address)
            : service.send("PUT", address, "Authorization", "Bearer " + KEY.token("ada", role));
    assertThat(response.statusCode()).isEqualTo(status);
    if (status == 401) {
      assertThat(TestService.header(response, "WWW-Authenticate")).isEqualTo("Bearer");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/identity/who", "/identity/blocking", "/nowhere", "/health"})
  void refusesABadTokenEverywhere(String path) {
    refused(path, "Bearer nonsense");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer a.b.c",
        "Bearer ..",
        "Basic YTpi",
        "nonsense",
        "bearer"
      })
  void refusesWhatIsNoToken(String credentials) {
    refused("/identity/who", credentials);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "a\u0000da", "ada\n", "\u007f", "\u0085"})
  void refusesASubjectThatNobodyHas(String subject) {
    refused(KEY.token(subject, "author"));
  }

  @Test
  void refusesTokensThatAreNotSigned() {
    refused(new PlainJWT(TestKey.claims("ada", "editor").build()).serialize());
    String[] parts = KEY.token("ada", "editor").split("\\.");
    String none = base64("{\"alg\":\"none\",\"kid\":\"test\"}");
    refused(none + "." + parts[1] + "." + parts[2]);
    refused(none + "." + parts[1] + ".");
    refused(parts[0] + "." + parts[1] + ".");
  }

  @Test
  void refusesTokensOfAnotherKey() {
    refused(TestKey.generate("test").token("ada", "editor"));
    refused(TestKey.generate("other").token("ada", "editor"));
  }

  @Test
  void refusesAPublicKeyUsedAsASecret() throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test").build(),
            TestKey.claims("ada", "editor").build());
    token.sign(new MACSigner(KEY.jwks().getBytes(UTF_8)));
    refused(token.serialize());
  }

  @Test
  void refusesTokensThatWereTamperedWith() {
    String[] parts = KEY.token("ada", "author").split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    refused(parts[0] + "." + base64(claims.replace("author", "editor")) + "." + parts[2]);
    refused(parts[0] + "." + parts[1] + "." + parts[2].replaceFirst("^.", "_"));
  }

  @Test
  void refusesTokensOutOfTheirTime() {
    refused(KEY.sign(TestKey.claims("ada").expirationTime(inSeconds(-120)).build()));
    refused(KEY.sign(TestKey.claims("ada").notBeforeTime(inSeconds(120)).build()));
    refused(KEY.sign(new JWTClaimsSet.Builder().subject("ada").build()));
  }

  @Test
  void refusesTokensOfNobody() {
    refused(KEY.sign(new JWTClaimsSet.Builder().expirationTime(inSeconds(60)).build()));
    refused(KEY.sign(TestKey.claims(" ").build()));
  }

  @Test
  void takesRolesOfAnyShapeAsNoMoreThanTheyAre() {
    assertThat(as("/identity/who", claim("editor")).body()).isEqualTo("ada [EDITOR]");
    assertThat(as("/identity/who", claim(Map.of("editor", true))).body()).isEqualTo("ada []");
    assertThat(as("/identity/who", claim(List.of(5, "EDITOR"))).body()).isEqualTo("ada []");
  }

  @Test
  void checksIssuerAndAudienceWhenTold() {
    try (TestService strict =
        TestService.start(
            "identity", Map.of("identity.issuer", "https://id", "identity.audience", "digest"))) {
      String right =
          KEY.sign(TestKey.claims("ada").issuer("https://id").audience("digest").build());
      String wrongIssuer =
          KEY.sign(TestKey.claims("ada").issuer("https://other").audience("digest").build());
      String wrongAudience =
          KEY.sign(TestKey.claims("ada").issuer("https://id").audience("other").build());
      assertThat(List.of(right, wrongIssuer, wrongAudience, KEY.token("ada")))
          .extracting(
              token -> strict.get("/identity/who", "Authorization", "Bearer " + token).statusCode())
          .containsExactly(200, 401, 401, 401);
    }
  }

  @Test
  void doesNotStartWithoutKeys() {
    assertThatThrownBy(
            () -> TestService.start("identity", Map.of("identity.jwks-file", " ")).close())
        .hasStackTraceContaining("DIGEST_JWKS_URL")
        .hasStackTraceContaining("DIGEST_JWKS_FILE");
    assertThatThrownBy(
            () -> TestService.start("identity", Map.of("identity.jwks-file", "/nowhere")).close())
        .hasStackTraceContaining(
            "The setting DIGEST_JWKS_FILE (identity.jwks-file) is \"/nowhere\"; it must be a file of"
                + " public keys, a JWKS: it cannot be read.");
  }

  private void refused(String token) {
    refused("/identity/who", "Bearer " + token);
  }

  private void refused(String path, String credentials) {
    var response = service.get(path, "Authorization", credentials);
    assertThat(response.statusCode()).as(credentials).isEqualTo(401);
    assertThat(TestService.header(response, "WWW-Authenticate"))
        .isEqualTo("Bearer error=\"invalid_token\"");
    assertThat(TestService.header(response, "Content-Type")).isEqualTo("application/problem+json");
  }

  private java.net.http.HttpResponse<String> as(String path, String token) {
    return service.get(path, "Authorization", "Bearer " + token);
  }

  private static String claim(Object roles) {
    return KEY.sign(TestKey.claims("ada").claim("roles", roles).build());
  }

  private static Date inSeconds(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  @Controller("/identity")
  @Requires(property = "test.service", value = "identity")
  static class Identities {

    @Get(value = "/who", produces = "text/plain")
    String who(Caller caller) {
      return caller.subject() + " " + caller.roles().stream().sorted().toList();
    }

    @ExecuteOn(TaskExecutors.BLOCKING)
    @Get(value = "/blocking", produces = "text/plain")
    String blocking(Caller caller) {
      return who(caller);
    }

    @ExecuteOn(TaskExecutors.BLOCKING)
    @Get(value = "/trace", produces = "text/plain")
    String trace() {
      return TraceContext.current().orElseThrow().requestId();
    }

    @Put("/author")
    String author(Caller caller) {
      return caller.requireAuthor().subject();
    }

    @Put("/editor")
    String editor(Caller caller) {
      return caller.requireEditor().subject();
    }

    @Put("/of/{author}")
    String of(String author, Caller caller) {
      return caller.requireAuthorOf(author).subject();
    }
  }
}
