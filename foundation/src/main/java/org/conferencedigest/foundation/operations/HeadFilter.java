package org.conferencedigest.foundation.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.RouteExecutor;
import io.micronaut.web.router.RouteAttributes;

/**
 * Gives the answer to HEAD the headers that GET would have (RFC 9110, section 9.3.2), which
 * Micronaut derives from content only when it writes some.
 */
@ServerFilter(value = ServerFilter.MATCH_ALL_PATTERN, methods = HttpMethod.HEAD)
final class HeadFilter {

  private final RouteExecutor routes;

  HeadFilter(RouteExecutor routes) {
    this.routes = routes;
  }

  @ResponseFilter
  void complete(HttpRequest<?> request, MutableHttpResponse<?> response) {
    RouteAttributes.getHeadBody(response)
        .ifPresent(content -> complete(request, response, content));
  }

  private void complete(HttpRequest<?> request, MutableHttpResponse<?> response, Object content) {
    if (response.getContentType().isEmpty()) {
      RouteAttributes.getRouteInfo(response)
          .map(route -> routes.resolveDefaultResponseContentType(request, route))
          .ifPresent(response::contentType);
    }
    if (!response.getHeaders().contains(HttpHeaders.CONTENT_LENGTH)) {
      switch (content) {
        case byte[] bytes -> response.contentLength(bytes.length);
        case String text -> response.contentLength(text.getBytes(UTF_8).length);
        default -> {} // Its length is known only once it is written, so it is left out.
      }
    }
  }
}
