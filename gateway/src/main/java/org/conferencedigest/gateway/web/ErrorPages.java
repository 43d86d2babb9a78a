package org.conferencedigest.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.conferencedigest.foundation.problem.Problem;
import org.conferencedigest.gateway.Stages;
import org.conferencedigest.gateway.route.Accept;
import org.conferencedigest.gateway.route.RawBody;
import org.jspecify.annotations.Nullable;

/** Shows problems as pages to people, that is, to browsers that go somewhere. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ErrorPages implements Ordered {

  private final ObjectMapper json;

  ErrorPages(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public int getOrder() {
    return Stages.ERROR_PAGES;
  }

  @PreMatching
  @ResponseFilter
  CompletionStage<MutableHttpResponse<?>> early(
      HttpRequest<?> request, MutableHttpResponse<?> response) {
    return show(request, response);
  }

  @ResponseFilter
  CompletionStage<MutableHttpResponse<?>> late(
      HttpRequest<?> request, MutableHttpResponse<?> response) {
    return show(request, response);
  }

  private CompletionStage<MutableHttpResponse<?>> show(
      HttpRequest<?> request, MutableHttpResponse<?> response) {
    String type = response.getHeaders().get(HttpHeaders.CONTENT_TYPE);
    if (response.code() < 400
        || type == null
        || !type.startsWith(Problem.MEDIA_TYPE)
        || request.getMethod() == HttpMethod.HEAD
        || !Accept.of(request.getHeaders()).asksFor("text", "html")) {
      return CompletableFuture.completedFuture(response);
    }
    return switch (response.body()) {
      // What a service said is still on its way.
      case CloseableByteBody streaming ->
          streaming
              .buffer()
              .handle(
                  (bytes, failure) -> page(request, response, bytes == null ? null : all(bytes)));
      case byte[] bytes -> CompletableFuture.completedFuture(page(request, response, bytes));
      case null, default -> CompletableFuture.completedFuture(page(request, response, null));
    };
  }

  private static byte[] all(CloseableAvailableByteBody body) {
    try (body) {
      return body.toByteArray();
    }
  }

  private MutableHttpResponse<?> page(
      HttpRequest<?> request, MutableHttpResponse<?> response, byte @Nullable [] told) {
    Problem problem = told == null ? null : read(told);
    String title = problem == null || problem.title() == null ? response.reason() : problem.title();
    String detail =
        problem == null || problem.detail() == null
            ? "Nothing more is known of it. Try again in a moment."
            : problem.detail();
    String page =
        Html.page(
            title,
            "problem",
            """
            <h1>%s</h1>
            <p>%s</p>
            <p>%s</p>
            """
                .formatted(Html.escape(title), Html.escape(detail), onwards(request, response)));
    response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
    response.getHeaders().set(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8");
    response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    @SuppressWarnings("unchecked") // the body is replaced, whatever it was
    MutableHttpResponse<Object> any = (MutableHttpResponse<Object>) response;
    return RawBody.of(any, page.getBytes(UTF_8));
  }

  /** Where somebody may go from here. */
  private static String onwards(HttpRequest<?> request, MutableHttpResponse<?> response) {
    String all = "<a href=\"/\">All conferences</a>";
    if (response.code() == HttpStatus.UNAUTHORIZED.getCode()) {
      return "<a href=\"/write/sign-in\">Sign in</a> · " + all;
    }
    return request.getPath().startsWith("/write/")
        ? "<a href=\"/write\">Your desk</a> · " + all
        : all;
  }

  private @Nullable Problem read(byte[] bytes) {
    try {
      return json.readValue(bytes, Problem.class);
    } catch (IOException e) {
      return null;
    }
  }
}
