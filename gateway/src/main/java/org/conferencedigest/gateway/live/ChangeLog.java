package org.conferencedigest.gateway.live;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.foundation.trace.TraceContext;
import org.conferencedigest.gateway.route.Answer;
import org.conferencedigest.gateway.route.Ask;
import org.conferencedigest.gateway.route.Upstream;
import org.conferencedigest.gateway.route.Upstreams;

/** Asks the summary service what changed. */
@Singleton
final class ChangeLog {

  private static final String REVISION = "Digest-Revision";

  private final Upstream summary;
  private final ObjectMapper json;
  private final Duration timeout;

  ChangeLog(Upstreams upstreams, ObjectMapper json, LiveSettings settings) {
    this.summary = upstreams.get("summary");
    this.json = json;
    this.timeout = settings.catchUpTimeout();
  }

  /** What changed after a revision; fails if there is no such conference. */
  CompletableFuture<Changes> since(String conference, long revision, HttpRequest<?> cause) {
    return summary
        .ask(
            Ask.get(
                path(conference) + "/changes?since=" + revision,
                headers -> {
                  headers.set(HttpHeaders.ACCEPT, "application/json");
                  trace(cause, headers);
                },
                timeout))
        .thenCompose(answer -> require(answer, conference).bytes())
        .thenApply(this::read);
  }

  /** The revision a digest is at; fails if there is no such conference. */
  CompletableFuture<Long> revision(String conference, HttpRequest<?> cause) {
    return summary
        .ask(
            new Ask(
                HttpMethod.HEAD,
                path(conference) + ".json",
                headers -> trace(cause, headers),
                null,
                timeout))
        .thenApply(
            answer -> {
              try (Answer found = require(answer, conference)) {
                return found.headers().get(REVISION, Long.class).orElse(0L);
              }
            });
  }

  private Changes read(byte[] body) {
    try {
      Changes changes = json.readValue(body, Changes.class);
      if (changes == null) {
        throw new IOException("null");
      }
      return changes;
    } catch (IOException e) {
      throw new UncheckedIOException("the summary service's changes cannot be read", e);
    }
  }

  private static Answer require(Answer answer, String conference) {
    if (answer.status() == 200) {
      return answer;
    }
    int status = answer.status();
    answer.close();
    throw status == 404 || status == 410
        ? ProblemException.notFound("There is no digest of a conference " + conference + ".")
        : ProblemException.unavailable(
            "The changes of the digest cannot be had now.", Duration.ofSeconds(2));
  }

  private static String path(String conference) {
    return "/api/v1/conferences/"
        + URLEncoder.encode(conference, StandardCharsets.UTF_8).replace("+", "%20")
        + "/digest";
  }

  private static void trace(HttpRequest<?> cause, MutableHttpHeaders headers) {
    for (String name : new String[] {TraceContext.REQUEST_ID, TraceContext.TRACEPARENT}) {
      cause.getHeaders().get(name, String.class).ifPresent(value -> headers.set(name, value));
    }
  }
}
