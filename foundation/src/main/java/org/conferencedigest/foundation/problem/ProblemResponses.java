package org.conferencedigest.foundation.problem;

import io.micronaut.core.annotation.NonNull;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.conferencedigest.foundation.trace.TraceContext;

/**
 * Writes every error response there is. Micronaut's handlers, for routes that do not match, bodies
 * that cannot be read, arguments that are missing, all end here.
 */
@Singleton
final class ProblemResponses implements ErrorResponseProcessor<byte[]> {

  private final ObjectMapper json;

  ProblemResponses(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public @NonNull MutableHttpResponse<byte[]> processResponse(
      @NonNull ErrorContext context, @NonNull MutableHttpResponse<?> response) {
    return write(context.getRequest(), Failure.problemOf(context, response.status()), response);
  }

  /** Makes a response of any kind the response of this problem. */
  MutableHttpResponse<byte[]> write(
      HttpRequest<?> request, ProblemException problem, MutableHttpResponse<?> response) {
    // A request too broken for the filters has no id yet.
    String requestId =
        TraceContext.of(request)
            .or(TraceContext::current)
            .orElseGet(TraceContext::create)
            .requestId();
    response.status(problem.status());
    problem.headers().forEach((name, value) -> response.getHeaders().set(name, value));
    response.getHeaders().set(TraceContext.REQUEST_ID, requestId);
    return response.body(bytes(request, problem, requestId)).contentType(Problem.MEDIA_TYPE);
  }

  private byte[] bytes(HttpRequest<?> request, ProblemException problem, String requestId) {
    try {
      return json.writeValueAsBytes(
          new Problem(
              problem.type(),
              problem.title(),
              problem.status().getCode(),
              problem.detail(),
              request.getPath(),
              requestId,
              problem.errors()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
