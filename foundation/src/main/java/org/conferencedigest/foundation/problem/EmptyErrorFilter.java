package org.conferencedigest.foundation.problem;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** Gives error responses their content that a controller answered without any. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class EmptyErrorFilter implements Ordered {

  private final ProblemResponses responses;

  EmptyErrorFilter(ProblemResponses responses) {
    this.responses = responses;
  }

  @ResponseFilter
  void fill(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (response.code() >= 400
        && response.getBody().isEmpty()
        && response.getContentType().isEmpty()) {
      responses.write(request, Failure.ofStatus(response.status(), ""), response);
    }
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.LAST.order();
  }
}
