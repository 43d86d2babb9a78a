package org.conferencedigest.gateway.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.conferencedigest.gateway.header.HeaderSettings;
import org.jspecify.annotations.Nullable;

/**
 * The provider, as OpenID Connect Core 1.0 has it: the authorization code flow, with a proof key
 * (RFC 7636). What it answers is verified by whoever takes the token.
 */
@Singleton
final class OpenIdProvider {

  private static final Argument<Map<String, Object>> OBJECT =
      Argument.mapOf(String.class, Object.class);

  private final OpenIdSettings settings;
  private final URI publicUrl;
  private final ObjectMapper json;
  private final HttpClient client;
  private volatile @Nullable Map<String, Object> configuration;

  OpenIdProvider(OpenIdSettings settings, HeaderSettings headers, ObjectMapper json) {
    this.settings = settings;
    this.publicUrl = headers.publicUrl();
    this.json = json;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(settings.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Where a browser goes to sign in. */
  URI authorization(String state, String verifier) throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", Objects.requireNonNull(settings.client()));
    query.put("redirect_uri", callback());
    query.put("scope", settings.scope());
    query.put("state", state);
    query.put("code_challenge", challenge(verifier));
    query.put("code_challenge_method", "S256");
    String endpoint = endpoint("authorization_endpoint");
    return URI.create(endpoint + (endpoint.contains("?") ? '&' : '?') + encoded(query));
  }

  /** The token for a code that a browser brought back. */
  String token(String code, String verifier) throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", callback());
    form.put("code_verifier", verifier);
    form.put("client_id", Objects.requireNonNull(settings.client()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(endpoint("token_endpoint")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form)));
    if (settings.secret() != null) {
      request.header("Authorization", "Basic " + credentials());
    }
    Object token = ask(request).get(settings.token());
    if (!(token instanceof String text)) {
      throw new IOException("the provider gave no " + settings.token());
    }
    return text;
  }

  private String callback() {
    return publicUrl.toString().replaceAll("/+$", "") + "/write/openid/callback";
  }

  private String credentials() {
    String both =
        URLEncoder.encode(Objects.requireNonNull(settings.client()), UTF_8)
            + ':'
            + URLEncoder.encode(Objects.requireNonNull(settings.secret()), UTF_8);
    return Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  private String endpoint(String name) throws IOException {
    Map<String, Object> known = configuration;
    if (known == null) {
      known =
          ask(
              HttpRequest.newBuilder(
                  URI.create(
                      Objects.requireNonNull(settings.issuer()).replaceAll("/+$", "")
                          + "/.well-known/openid-configuration")));
      configuration = known;
    }
    if (known.get(name) instanceof String endpoint) {
      return endpoint;
    }
    throw new IOException("the provider's configuration has no " + name);
  }

  private Map<String, Object> ask(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<byte[]> answer =
          client.send(
              request.header("Accept", "application/json").timeout(settings.timeout()).build(),
              BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("the provider answered " + answer.statusCode());
      }
      return json.readValue(answer.body(), OBJECT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String encoded(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + '=' + URLEncoder.encode(value.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
