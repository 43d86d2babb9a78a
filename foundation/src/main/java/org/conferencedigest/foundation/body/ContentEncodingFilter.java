package org.conferencedigest.foundation.body;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Arrays;
import org.conferencedigest.foundation.problem.ProblemException;

/**
 * Refuses encoded content with 415 (RFC 9110, section 8.4): no service decodes any, so that
 * nobody's few bytes become many, and what ends early is never mistaken for the whole.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ContentEncodingFilter implements Ordered {

  private static final String NONE = "identity";

  @RequestFilter
  void check(HttpRequest<?> request) {
    boolean encoded =
        request.getHeaders().getAll(HttpHeaders.CONTENT_ENCODING).stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .anyMatch(coding -> !coding.strip().equalsIgnoreCase(NONE));
    if (encoded) {
      throw ProblemException.unsupportedEncoding(
          "Content is taken as it is: send it without Content-Encoding.");
    }
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.order();
  }
}
