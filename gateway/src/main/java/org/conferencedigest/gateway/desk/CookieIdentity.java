package org.conferencedigest.gateway.desk;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.gateway.Stages;
import org.conferencedigest.gateway.limit.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cookie of somebody who is signed in the bearer token of a request from the desk's
 * pages, to the pages themselves and to the API. A request that changes something is theirs only if
 * it comes from a page of ours: another site can make a browser send the cookie, but not that.
 */
@ServerFilter({"/write", "/write/**", "/api/v1/**"})
final class CookieIdentity implements Ordered {

  /** What our scripts send with each request to the API; no form of another site can. */
  static final String HEADER = "Digest-Desk";

  /** Whether the token that a request to a page brought does not hold any more. */
  static final String ENDED = "gateway.desk.ended";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final SignInCookie cookie;
  private final Tokens tokens;
  private final OwnOrigin origin;

  CookieIdentity(SignInCookie cookie, Tokens tokens, OwnOrigin origin) {
    this.cookie = cookie;
    this.tokens = tokens;
    this.origin = origin;
  }

  @Override
  public int getOrder() {
    return Stages.DESK;
  }

  @PreMatching
  @RequestFilter
  @Nullable CompletableFuture<@Nullable HttpRequest<?>> identify(HttpRequest<?> request) {
    boolean page = request.getPath().equals("/write") || request.getPath().startsWith("/write/");
    boolean unsafe = !SAFE.contains(request.getMethodName());
    if (page && unsafe) {
      origin.require(request);
    }
    String token = cookie.token(request);
    if (token == null
        || token.isEmpty()
        || request.getHeaders().contains(HttpHeaders.AUTHORIZATION)) {
      return null;
    }
    if (!page) {
      if (unsafe) {
        origin.require(request);
        if (!request.getHeaders().contains(HEADER)) {
          throw ProblemException.forbidden(
              "A request that is made with the cookie sends the header " + HEADER + ".");
        }
      }
      become(request, token);
      return null;
    }
    if (tokens.known(token) != null) {
      become(request, token);
      return null;
    }
    // A page does not answer with a problem to a token that ended: it asks for another one.
    return tokens
        .verify(token, request)
        .<@Nullable HttpRequest<?>>thenApply(
            subject -> {
              if (subject.isPresent()) {
                become(request, token);
              } else {
                request.setAttribute(ENDED, true);
              }
              return request;
            });
  }

  private static void become(HttpRequest<?> request, String token) {
    // The headers of a request as the server read it can be set; Micronaut's interface hides it.
    ((MutableHttpHeaders) request.getHeaders()).set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
  }
}
