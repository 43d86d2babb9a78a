package org.conferencedigest.gateway.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Verifies bearer tokens, and remembers for a moment which ones were good. */
@Singleton
public final class Tokens {

  private final List<TokenValidator<HttpRequest<?>>> validators;
  private final Cache<String, String> subjects;

  Tokens(List<TokenValidator<HttpRequest<?>>> validators, LimitSettings settings) {
    this.validators = validators;
    this.subjects =
        Caffeine.newBuilder()
            .maximumSize(settings.clients())
            .expireAfterWrite(settings.verifiedFor())
            .build();
  }

  /** Whose token it is, if it was verified a moment ago. */
  public @Nullable String known(String token) {
    return subjects.getIfPresent(hash(token));
  }

  /** Whose token it is; empty if it is not good. */
  public CompletableFuture<Optional<String>> verify(String token, HttpRequest<?> request) {
    return Flux.fromIterable(validators)
        .concatMap(validator -> validator.validateToken(token, request))
        .next()
        .map(Authentication::getName)
        .doOnNext(subject -> subjects.put(hash(token), subject))
        .singleOptional()
        .toFuture();
  }

  /** Tokens are secrets: what is kept of one is of no use to whoever reads it. */
  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
