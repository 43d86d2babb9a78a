package org.conferencedigest.foundation.trace;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives each request its trace, before anything else sees it, and each response its id. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class TraceFilter implements Ordered {

  private static final String SPAN = Span.class.getName();

  /** Asked for all the time, by machines, and of no interest to anybody. */
  private static final List<String> UNTOLD = List.of("/health", "/metrics");

  private final TraceSettings settings;
  private final Spans spans;

  TraceFilter(TraceSettings settings, Spans spans) {
    this.settings = settings;
    this.spans = spans;
  }

  @RequestFilter
  void begin(HttpRequest<?> request, MutablePropagatedContext context) {
    TraceContext trace =
        TraceContext.from(
            header(request, TraceContext.REQUEST_ID), header(request, TraceContext.TRACEPARENT));
    if (spans.areTold() && UNTOLD.stream().noneMatch(request.getPath()::startsWith)) {
      String name = request.getMethodName();
      Span span =
          settings.begins()
              ? spans.beginTrace(name, trace)
              : spans.begin(Spans.Kind.SERVER, name, trace);
      span.say("http.request.method", name);
      span.say("url.path", request.getPath());
      request.setAttribute(SPAN, span);
      trace = span.trace();
    }
    request.setAttribute(TraceContext.ATTRIBUTE, trace);
    context.add(new TraceContext.Element(trace));
  }

  @ResponseFilter
  void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
    TraceContext.of(request)
        .ifPresent(trace -> response.getHeaders().set(TraceContext.REQUEST_ID, trace.requestId()));
    if (spans.areTold()) {
      request.getAttribute(SPAN, Span.class).ifPresent(span -> end(span, request, response.code()));
    }
  }

  private static void end(Span span, HttpRequest<?> request, int status) {
    BasicHttpAttributes.getUriTemplate(request)
        .ifPresent(template -> span.name(request.getMethodName() + " " + template));
    span.say("http.response.status_code", Integer.toString(status));
    if (status >= 500) {
      span.fail("answered " + status);
    } else {
      span.end();
    }
  }

  private @Nullable String header(HttpRequest<?> request, String name) {
    return settings.trusted() ? request.getHeaders().get(name) : null;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
