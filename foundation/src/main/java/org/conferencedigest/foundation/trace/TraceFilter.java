package org.conferencedigest.foundation.trace;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/** Gives each request its trace, before anything else sees it, and each response its id. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class TraceFilter implements Ordered {

  private final boolean trusted;

  TraceFilter(TraceSettings settings) {
    this.trusted = settings.trusted();
  }

  @RequestFilter
  void begin(HttpRequest<?> request, MutablePropagatedContext context) {
    TraceContext trace =
        TraceContext.from(
            header(request, TraceContext.REQUEST_ID), header(request, TraceContext.TRACEPARENT));
    request.setAttribute(TraceContext.ATTRIBUTE, trace);
    context.add(new TraceContext.Element(trace));
  }

  @ResponseFilter
  void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
    TraceContext.of(request)
        .ifPresent(trace -> response.getHeaders().set(TraceContext.REQUEST_ID, trace.requestId()));
  }

  private @Nullable String header(HttpRequest<?> request, String name) {
    return trusted ? request.getHeaders().get(name) : null;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
