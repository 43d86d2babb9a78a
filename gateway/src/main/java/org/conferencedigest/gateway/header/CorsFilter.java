package org.conferencedigest.gateway.header;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.Set;
import org.conferencedigest.gateway.Stages;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of configured origins use the API from a browser. Others get no word of permission, so
 * that a browser keeps the answer from them. Micronaut's own filter knows only its own routes, not
 * those that are sent on.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CorsFilter implements Ordered {

  private static final String METHODS = "GET, HEAD, POST, PUT, DELETE";
  private static final String REQUEST_HEADERS =
      "Accept, Authorization, Content-Type, Digest-After, If-Match, If-None-Match, Last-Event-ID,"
          + " Prefer";
  private static final String RESPONSE_HEADERS =
      "Digest-After, Digest-Revision, ETag, Last-Modified, Link, Location, RateLimit,"
          + " RateLimit-Policy, Retry-After, X-Request-Id";

  private final Set<String> origins;
  private final String maxAge;

  CorsFilter(HeaderSettings settings) {
    this.origins = Set.copyOf(settings.corsOrigins().stream().filter(o -> !o.isBlank()).toList());
    this.maxAge = Long.toString(settings.corsMaxAge().toSeconds());
  }

  @Override
  public int getOrder() {
    return Stages.CORS;
  }

  // Declared before the request filter, so that it also sees the answers of that.
  @PreMatching
  @ResponseFilter
  void early(HttpRequest<?> request, MutableHttpResponse<?> response) {
    permit(request, response.getHeaders());
  }

  @PreMatching
  @RequestFilter
  @Nullable HttpResponse<?> preflight(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.OPTIONS
        || !request.getHeaders().contains(HttpHeaders.ORIGIN)
        || !request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
      return null;
    }
    MutableHttpResponse<?> response = HttpResponse.noContent();
    if (isAllowed(request)) {
      response
          .getHeaders()
          .set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
          .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
          .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, maxAge);
    }
    return response;
  }

  @ResponseFilter
  void late(HttpRequest<?> request, MutableHttpResponse<?> response) {
    permit(request, response.getHeaders());
  }

  private void permit(HttpRequest<?> request, MutableHttpHeaders headers) {
    if (origins.isEmpty()) {
      return;
    }
    // What a shared cache holds for one origin is not for another.
    headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    if (isAllowed(request)) {
      headers
          .set(
              HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, request.getHeaders().get(HttpHeaders.ORIGIN))
          .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
    }
  }

  private boolean isAllowed(HttpRequest<?> request) {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    return origin != null && origins.contains(origin);
  }
}
