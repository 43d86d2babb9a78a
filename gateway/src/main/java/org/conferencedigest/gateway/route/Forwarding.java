package org.conferencedigest.gateway.route;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.stream.BodySizeLimits;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.foundation.trace.Span;
import org.conferencedigest.foundation.trace.Spans;
import org.conferencedigest.foundation.trace.TraceContext;
import org.conferencedigest.gateway.Stages;
import org.conferencedigest.gateway.header.HopByHop;
import org.jspecify.annotations.Nullable;

/** Sends requests on to the services, their bodies and answers streaming, their paths unchanged. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Forwarding implements Ordered {

  private final Routes routes;
  private final Upstreams upstreams;
  private final Spans spans;

  Forwarding(Routes routes, Upstreams upstreams, Spans spans) {
    this.routes = routes;
    this.upstreams = upstreams;
    this.spans = spans;
  }

  @Override
  public int getOrder() {
    return Stages.FORWARD;
  }

  @PreMatching
  @RequestFilter
  @Nullable CompletableFuture<@Nullable HttpResponse<?>> forward(ServerHttpRequest<?> request) {
    Route route = routes.find(request.getUri().getRawPath());
    if (route == null) {
      return null;
    }
    Ask ask =
        new Ask(
            knownMethod(request),
            target(request),
            headers -> copyRequestHeaders(request.getHeaders(), headers),
            body(request, route),
            route.timeout());
    CompletableFuture<@Nullable HttpResponse<?>> answered =
        Disconnect.cancels(upstreams.get(route.upstream()).ask(ask), request)
            .<@Nullable HttpResponse<?>>thenApply(answer -> respond(request, answer))
            .exceptionally(
                failure -> {
                  throw UpstreamFailure.of(failure, route.upstream()).toProblem();
                });
    return spans.areTold() ? told(request, route, answered) : answered;
  }

  /** The request's own span, from here to the head of the answer: the first of its trace. */
  private CompletableFuture<@Nullable HttpResponse<?>> told(
      HttpRequest<?> request, Route route, CompletableFuture<@Nullable HttpResponse<?>> answered) {
    Span span =
        spans.beginTrace(
            request.getMethodName() + " " + route.pattern(),
            TraceContext.from(
                request.getHeaders().get(TraceContext.REQUEST_ID),
                request.getHeaders().get(TraceContext.TRACEPARENT)));
    return answered.whenComplete(
        (answer, failure) -> {
          if (failure == null && answer != null && answer.code() < 500) {
            span.end();
          } else {
            span.fail(failure == null ? "answered an error" : failure.getClass().getSimpleName());
          }
        });
  }

  private static HttpMethod knownMethod(HttpRequest<?> request) {
    if (request.getMethod() == HttpMethod.CUSTOM) {
      throw ProblemException.other(
          io.micronaut.http.HttpStatus.NOT_IMPLEMENTED, "This method is not known here.");
    }
    return request.getMethod();
  }

  /** Path and query as the client sent them. */
  static String target(HttpRequest<?> request) {
    String query = request.getUri().getRawQuery();
    String path = request.getUri().getRawPath();
    return query == null ? path : path + '?' + query;
  }

  private static @Nullable CloseableByteBody body(ServerHttpRequest<?> request, Route route) {
    ByteBody body = request.byteBody();
    if (body.expectedLength().orElse(-1) == 0) {
      return null;
    }
    if (body.expectedLength().orElse(0) > route.maxBody()) {
      throw tooLarge(route);
    }
    if (body.expectedLength().isPresent()) {
      return body.move();
    }
    return request
        .byteBodyFactory()
        .adapt(
            body.toReadBufferPublisher(),
            new BodySizeLimits(route.maxBody(), route.maxBody()),
            null,
            null);
  }

  private static ProblemException tooLarge(Route route) {
    return ProblemException.tooLarge(
        "The request body is larger than the " + route.maxBody() + " bytes this address takes.");
  }

  static void copyRequestHeaders(HttpHeaders from, MutableHttpHeaders to) {
    Set<String> hop = HopByHop.of(from.getAll(HttpHeaders.CONNECTION));
    from.forEach(
        (name, values) -> {
          String lower = name.toLowerCase(java.util.Locale.ROOT);
          // Host and lengths are the next hop's own; what Expect asks for, this server has given.
          if (!hop.contains(lower)
              && !lower.equals("host")
              && !lower.equals("content-length")
              && !lower.equals("expect")) {
            values.forEach(value -> to.add(name, value));
          }
        });
  }

  private static MutableHttpResponse<?> respond(ServerHttpRequest<?> request, Answer answer) {
    MutableHttpResponse<Object> response = HttpResponse.status(answer.status(), null);
    Set<String> hop = HopByHop.of(answer.headers().getAll(HttpHeaders.CONNECTION));
    answer
        .headers()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(java.util.Locale.ROOT);
              if (!hop.contains(lower) && !lower.equals("server")) {
                values.forEach(value -> response.getHeaders().add(name, value));
              }
            });
    if (request.getMethod() == HttpMethod.HEAD || answer.status() == 304) {
      // The length of what a GET would have brought stays in the headers.
      answer.close();
      return response;
    }
    return RawBody.of(response, answer.stream(request.byteBodyFactory()));
  }
}
