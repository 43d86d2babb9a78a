package org.conferencedigest.gateway.digestcache;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.foundation.trace.Span;
import org.conferencedigest.foundation.trace.Spans;
import org.conferencedigest.foundation.trace.TraceContext;
import org.conferencedigest.gateway.route.Answer;
import org.conferencedigest.gateway.route.Ask;
import org.conferencedigest.gateway.route.Upstream;
import org.conferencedigest.gateway.route.Upstreams;
import org.jspecify.annotations.Nullable;

/** Gets digests from the summary service. */
@Singleton
final class Fetcher implements DigestSource {

  static final String REVISION = "Digest-Revision";
  private static final String SERVICE = "summary";
  private static final String WAITING = "summary-waiting";

  private final Revisions revisions;
  private final Upstream summary;
  private final Upstream waiting;
  private final Duration timeout;
  private final Spans spans;

  Fetcher(Revisions revisions, Upstreams upstreams, DigestSettings settings, Spans spans) {
    this.revisions = revisions;
    this.summary = upstreams.get(SERVICE);
    this.waiting = upstreams.get(WAITING);
    this.timeout = settings.fetchTimeout();
    this.spans = spans;
  }

  @Override
  public CompletableFuture<Held> fetch(
      DigestKey key, @Nullable Copy old, @Nullable HttpRequest<?> cause) {
    long known = Math.max(revisions.needed(key.conference()), old == null ? 0 : old.revision());
    Span span = span(cause);
    return summary
        .ask(
            Ask.get(
                key.target(),
                headers -> {
                  trace(span, headers);
                  if (old != null) {
                    headers.set(HttpHeaders.IF_NONE_MATCH, old.etag(false));
                  }
                },
                timeout))
        .thenCompose(answer -> held(answer, old, known))
        .whenComplete((held, failure) -> end(span, failure));
  }

  /**
   * The digest at a revision that holds a write, once there is one. These questions have
   * connections of their own: many may wait, and must not keep others from asking.
   */
  CompletableFuture<Held> fetchAfter(
      DigestKey key, DigestAfter token, Duration wait, HttpRequest<?> cause) {
    long known = revisions.needed(key.conference());
    Span span = span(cause);
    return waiting
        .ask(
            Ask.get(
                key.target(),
                headers -> {
                  trace(span, headers);
                  headers.set(DigestAfter.HEADER, token.encode());
                  headers.set(Preferences.HEADER, "wait=" + wait.toSeconds());
                },
                wait.plus(timeout)))
        .thenCompose(answer -> held(answer, null, known))
        .whenComplete((held, failure) -> end(span, failure));
  }

  private Span span(@Nullable HttpRequest<?> cause) {
    TraceContext trace =
        cause == null
            ? TraceContext.current().orElseGet(TraceContext::create)
            : TraceContext.from(
                cause.getHeaders().get(TraceContext.REQUEST_ID),
                cause.getHeaders().get(TraceContext.TRACEPARENT));
    return spans.begin(Spans.Kind.CLIENT, "fetch digest", trace);
  }

  private static void trace(Span span, MutableHttpHeaders headers) {
    headers.set(TraceContext.REQUEST_ID, span.trace().requestId());
    headers.set(TraceContext.TRACEPARENT, span.trace().traceparent());
  }

  private static void end(Span span, @Nullable Throwable failure) {
    if (failure == null) {
      span.end();
    } else {
      span.fail(failure.getClass().getSimpleName());
    }
  }

  private static CompletableFuture<Held> held(Answer answer, @Nullable Copy old, long known) {
    long now = System.nanoTime();
    HttpHeaders headers = answer.headers();
    long revision = revision(headers);
    if (answer.status() == 304 && old != null) {
      answer.close();
      return CompletableFuture.completedFuture(
          old.confirmed(
              Math.max(revision, old.revision()),
              headers.get(HttpHeaders.LAST_MODIFIED, String.class).orElse(old.lastModified()),
              now));
    }
    if (answer.status() == 404 || answer.status() == 410) {
      answer.close();
      return CompletableFuture.completedFuture(new Missing(known, now));
    }
    String tag = strongTag(headers.get(HttpHeaders.ETAG));
    String type = headers.get(HttpHeaders.CONTENT_TYPE);
    return answer
        .bytes()
        .thenApply(
            bytes -> {
              if (answer.status() != 200 || tag == null || type == null) {
                throw new Refusal(answer.status(), headers, bytes);
              }
              String lastModified = headers.get(HttpHeaders.LAST_MODIFIED, String.class).orElse("");
              String links = headers.get(HttpHeaders.LINK, String.class).orElse("");
              return new Copy(revision, tag, lastModified, type, links, bytes, now);
            });
  }

  private static long revision(HttpHeaders headers) {
    String revision = headers.get(REVISION);
    return revision != null && revision.matches("[0-9]{1,18}") ? Long.parseLong(revision) : 0;
  }

  private static @Nullable String strongTag(@Nullable String etag) {
    return etag != null && etag.length() > 2 && etag.startsWith("\"") && etag.endsWith("\"")
        ? etag.substring(1, etag.length() - 1)
        : null;
  }
}
