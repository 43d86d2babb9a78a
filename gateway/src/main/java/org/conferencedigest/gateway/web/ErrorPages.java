package org.conferencedigest.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import org.conferencedigest.foundation.problem.Problem;
import org.conferencedigest.gateway.Stages;
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
  void early(HttpRequest<?> request, MutableHttpResponse<?> response) {
    show(request, response);
  }

  @ResponseFilter
  void late(HttpRequest<?> request, MutableHttpResponse<?> response) {
    show(request, response);
  }

  private void show(HttpRequest<?> request, MutableHttpResponse<?> response) {
    String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
    String type = response.getHeaders().get(HttpHeaders.CONTENT_TYPE);
    if (response.code() < 400
        || accept == null
        || !accept.contains("text/html")
        || type == null
        || !type.startsWith(Problem.MEDIA_TYPE)
        || request.getMethod() == HttpMethod.HEAD) {
      return;
    }
    Object body = response.body();
    Problem problem = body instanceof byte[] bytes ? read(bytes) : null;
    if (body instanceof CloseableByteBody streaming) {
      streaming.close();
    }
    String title = problem == null ? response.reason() : problem.title();
    String detail = problem == null ? "" : problem.detail();
    String page =
        Html.page(
            title,
            "problem",
            """
            <h1>%s</h1>
            <p>%s</p>
            <p><a href="/">All conferences</a></p>
            """
                .formatted(Html.escape(title), Html.escape(detail)));
    response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
    response.getHeaders().set(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8");
    response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    @SuppressWarnings("unchecked") // the body is replaced, whatever it was
    MutableHttpResponse<Object> any = (MutableHttpResponse<Object>) response;
    RawBody.of(any, page.getBytes(UTF_8));
  }

  private @Nullable Problem read(byte[] bytes) {
    try {
      return json.readValue(bytes, Problem.class);
    } catch (IOException e) {
      return null;
    }
  }
}
