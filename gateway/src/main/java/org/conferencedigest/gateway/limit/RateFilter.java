package org.conferencedigest.gateway.limit;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import org.conferencedigest.gateway.Stages;

/**
 * Counts requests that memory could not answer: against their identity if they have one, else
 * against their address.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RateFilter implements Ordered {

  private final Limits limits;

  RateFilter(Limits limits) {
    this.limits = limits;
  }

  @Override
  public int getOrder() {
    return Stages.LIMITS;
  }

  // Declared before the request filter, so that it also sees the refusals of that.
  @PreMatching
  @ResponseFilter
  void early(HttpRequest<?> request, MutableHttpResponse<?> response) {
    tell(request, response);
  }

  @PreMatching
  @RequestFilter
  void count(HttpRequest<?> request) {
    String subject = request.getAttribute(IdentityFilter.SUBJECT, String.class).orElse(null);
    if (subject != null) {
      limits.countSubject(request, subject);
    } else if (Limits.allowance(request) == null) {
      limits.countAddress(request);
    }
  }

  @ResponseFilter
  void late(HttpRequest<?> request, MutableHttpResponse<?> response) {
    tell(request, response);
  }

  private static void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    Allowance allowance = Limits.allowance(request);
    if (allowance != null) {
      allowance.writeTo(response.getHeaders());
    }
  }
}
