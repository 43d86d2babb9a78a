package org.conferencedigest.gateway.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.conferencedigest.foundation.problem.Problem;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.gateway.route.Answer;
import org.conferencedigest.gateway.route.Ask;
import org.conferencedigest.gateway.route.Upstream;
import org.conferencedigest.gateway.route.UpstreamFailure;
import org.conferencedigest.gateway.route.Upstreams;
import org.jspecify.annotations.Nullable;

/**
 * The notes service, asked on behalf of whoever sent a request. To be called where blocking is
 * fine.
 */
@Singleton
final class NotesApi {

  private final Upstream notes;
  private final ObjectMapper json;
  private final DeskSettings settings;

  NotesApi(Upstreams upstreams, ObjectMapper json, DeskSettings settings) {
    this.notes = upstreams.get("notes");
    this.json = json;
    this.settings = settings;
  }

  /**
   * What a service answered.
   *
   * @param etag its entity tag; null if it has none
   */
  @SuppressWarnings("ArrayRecordComponent") // answers are never compared
  record Answered(int status, byte[] body, @Nullable String etag) {

    boolean isStale() {
      return status == HttpStatus.PRECONDITION_FAILED.getCode();
    }
  }

  /** A resource and the tag under which it was read. */
  record Tagged<T>(T value, @Nullable String etag) {}

  /**
   * Reads a resource.
   *
   * @throws ProblemException what the service says if it does not answer 200
   */
  <T> Tagged<T> get(HttpRequest<?> request, String path, Class<T> type) {
    Answered answer = require(send(request, HttpMethod.GET, path, null, null));
    return new Tagged<>(read(answer.body(), Argument.of(type)), answer.etag());
  }

  /** The first items of a list, page by page. */
  <T> List<T> list(HttpRequest<?> request, String path, Class<T> type, int most) {
    List<T> all = new ArrayList<>();
    String cursor = null;
    do {
      String page =
          path
              + (path.contains("?") ? "&" : "?")
              + "limit=200"
              + (cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, UTF_8));
      Answered answer = require(send(request, HttpMethod.GET, page, null, null));
      @SuppressWarnings("unchecked") // the argument says so
      Page<T> read =
          read(answer.body(), (Argument<Page<T>>) (Argument<?>) Argument.of(Page.class, type));
      all.addAll(read.items());
      cursor = read.next();
    } while (cursor != null && all.size() < most);
    return all.size() > most ? all.subList(0, most) : all;
  }

  /**
   * Writes a resource, whatever comes of it.
   *
   * @param ifMatch the tag it is to have; null: it must not be there; {@code *}: any
   */
  Answered put(ServerHttpRequest<?> request, String path, Object value, @Nullable String ifMatch) {
    try {
      CloseableByteBody body = request.byteBodyFactory().adapt(json.writeValueAsBytes(value));
      return send(request, HttpMethod.PUT, path, ifMatch, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answered delete(HttpRequest<?> request, String path, String ifMatch) {
    return send(request, HttpMethod.DELETE, path, ifMatch, null);
  }

  private Answered send(
      HttpRequest<?> request,
      HttpMethod method,
      String path,
      @Nullable String ifMatch,
      @Nullable CloseableByteBody body) {
    String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    Ask ask =
        new Ask(
            method,
            path,
            headers -> {
              headers.set(HttpHeaders.ACCEPT, "application/json");
              if (authorization != null) {
                headers.set(HttpHeaders.AUTHORIZATION, authorization);
              }
              if (body != null) {
                headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
              }
              if (ifMatch != null) {
                headers.set(HttpHeaders.IF_MATCH, ifMatch);
              } else if (method == HttpMethod.PUT) {
                headers.set(HttpHeaders.IF_NONE_MATCH, "*");
              }
            },
            body,
            settings.timeout());
    try {
      Answer answer = notes.ask(ask).join();
      String etag = answer.headers().get(HttpHeaders.ETAG);
      int status = answer.status();
      return new Answered(status, answer.bytes().join(), etag);
    } catch (CompletionException e) {
      throw e.getCause() instanceof UpstreamFailure failure
          ? failure.toProblem()
          : ProblemException.badGateway("The notes service's answer broke off. Try again.");
    }
  }

  private Answered require(Answered answer) {
    if (answer.status() != HttpStatus.OK.getCode()) {
      throw problem(answer);
    }
    return answer;
  }

  /** What the service says is wrong, as ours. */
  ProblemException problem(Answered answer) {
    return answer.status() == HttpStatus.NOT_FOUND.getCode()
        ? ProblemException.notFound(sentence(answer))
        : ProblemException.other(HttpStatus.valueOf(answer.status()), sentence(answer));
  }

  /** The same as a sentence for a page. */
  String sentence(Answered answer) {
    try {
      Problem problem = json.readValue(answer.body(), Problem.class);
      return problem == null ? "" : problem.detail();
    } catch (IOException e) {
      return "The notes service answered " + answer.status() + ". Try again in a moment.";
    }
  }

  <T> T read(byte[] bytes, Argument<T> type) {
    try {
      T value = json.readValue(bytes, type);
      if (value == null) {
        throw new IOException("null");
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException("the notes service answered with something else", e);
    }
  }
}
