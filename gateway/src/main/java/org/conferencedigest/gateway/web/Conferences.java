package org.conferencedigest.gateway.web;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.gateway.route.Answer;
import org.conferencedigest.gateway.route.Ask;
import org.conferencedigest.gateway.route.Upstream;
import org.conferencedigest.gateway.route.UpstreamFailure;
import org.conferencedigest.gateway.route.Upstreams;
import org.conferencedigest.gateway.web.ConferencePage.Conference;
import org.jspecify.annotations.Nullable;

/** The conferences there are, asked for once in a while; the last list is kept if asking fails. */
@Singleton
final class Conferences {

  private static final String TARGET = "/api/v1/conferences?limit=200";

  private final Upstream notes;
  private final ObjectMapper json;
  private final WebSettings settings;
  private @Nullable CompletableFuture<List<Conference>> asked;
  private long askedAt;
  private @Nullable List<Conference> last;

  Conferences(Upstreams upstreams, ObjectMapper json, WebSettings settings) {
    this.notes = upstreams.get("notes");
    this.json = json;
    this.settings = settings;
  }

  /** The list; fails if it cannot be had, and never could. */
  synchronized CompletableFuture<List<Conference>> list() {
    CompletableFuture<List<Conference>> current = asked;
    if (current == null || System.nanoTime() - askedAt >= settings.cache().toNanos()) {
      current =
          fetch(TARGET, new ArrayList<>()).thenApply(this::keep).exceptionallyCompose(this::orLast);
      asked = current;
      askedAt = System.nanoTime();
    }
    return current;
  }

  private synchronized List<Conference> keep(List<Conference> list) {
    last = list;
    return list;
  }

  private synchronized CompletableFuture<List<Conference>> orLast(Throwable failure) {
    List<Conference> kept = last;
    if (kept != null) {
      return CompletableFuture.completedFuture(kept);
    }
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return CompletableFuture.failedFuture(
        cause instanceof UpstreamFailure upstream ? upstream.toProblem() : cause);
  }

  private CompletableFuture<List<Conference>> fetch(String target, List<Conference> before) {
    return notes
        .ask(
            Ask.get(
                target, headers -> headers.set("Accept", "application/json"), settings.timeout()))
        .thenCompose(answer -> require(answer).bytes())
        .thenCompose(
            bytes -> {
              ConferencePage page = read(bytes);
              before.addAll(page.items());
              return page.next() == null || before.size() >= settings.conferences()
                  ? CompletableFuture.completedFuture(
                      before.stream().limit(settings.conferences()).toList())
                  : fetch(
                      TARGET + "&cursor=" + URLEncoder.encode(page.next(), StandardCharsets.UTF_8),
                      before);
            });
  }

  private static Answer require(Answer answer) {
    if (answer.status() != 200) {
      answer.close();
      throw ProblemException.badGateway("The list of conferences cannot be had now. Try again.");
    }
    return answer;
  }

  private ConferencePage read(byte[] bytes) {
    try {
      ConferencePage page = json.readValue(bytes, ConferencePage.class);
      if (page == null) {
        throw new IOException("null");
      }
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException("the notes service's list of conferences is no list", e);
    }
  }
}
