package org.conferencedigest.gateway.limit;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.concurrent.CompletableFuture;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.gateway.Stages;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bad tokens at once. A good one is passed on as it is: each service verifies it for
 * itself, and what its bearer may do is decided there.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class IdentityFilter implements Ordered {

  static final String SUBJECT = "gateway.subject";

  private static final String SCHEME = "bearer ";

  private final Tokens tokens;
  private final Limits limits;

  IdentityFilter(Tokens tokens, Limits limits) {
    this.tokens = tokens;
    this.limits = limits;
  }

  @Override
  public int getOrder() {
    return Stages.IDENTITY;
  }

  @PreMatching
  @RequestFilter
  @Nullable CompletableFuture<@Nullable HttpRequest<?>> identify(HttpRequest<?> request) {
    String credentials = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    if (credentials == null) {
      return null;
    }
    if (!credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || request.getHeaders().getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
      throw ProblemException.badToken();
    }
    String token = credentials.substring(SCHEME.length()).strip();
    String subject = tokens.known(token);
    if (subject != null) {
      request.setAttribute(SUBJECT, subject);
      return null;
    }
    // To verify is work: who sends token after token to find a good one is slowed down first.
    limits.countAddress(request);
    return tokens
        .verify(token, request)
        .<@Nullable HttpRequest<?>>thenApply(
            found -> {
              request.setAttribute(SUBJECT, found.orElseThrow(ProblemException::badToken));
              return request;
            });
  }
}
