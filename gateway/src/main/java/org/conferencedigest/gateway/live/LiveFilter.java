package org.conferencedigest.gateway.live;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.concurrent.CompletableFuture;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.gateway.Stages;
import org.conferencedigest.gateway.digestcache.Revisions;
import org.conferencedigest.gateway.digestcache.UpdateFeed;
import org.conferencedigest.gateway.route.Accept;
import org.conferencedigest.gateway.route.PathSegment;
import org.conferencedigest.gateway.route.RawBody;
import org.conferencedigest.gateway.route.UpstreamFailure;
import org.jspecify.annotations.Nullable;

/** Answers {@code GET …/digest/changes} with a stream, if that is what is asked for. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class LiveFilter implements Ordered {

  private static final String PREFIX = "/api/v1/conferences/";
  private static final String SUFFIX = "/digest/changes";
  private static final String MEDIA_TYPE = "text/event-stream";
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final LiveHub hub;
  private final ChangeLog changeLog;
  private final Revisions revisions;
  private final UpdateFeed feed;

  LiveFilter(LiveHub hub, ChangeLog changeLog, Revisions revisions, UpdateFeed feed) {
    this.hub = hub;
    this.changeLog = changeLog;
    this.revisions = revisions;
    this.feed = feed;
  }

  @Override
  public int getOrder() {
    return Stages.LIVE;
  }

  @PreMatching
  @RequestFilter
  @Nullable CompletableFuture<@Nullable HttpResponse<?>> stream(ServerHttpRequest<?> request) {
    String conference = conference(request);
    if (conference == null) {
      return null;
    }
    Long since = since(request);
    long known = feed.isLive() ? revisions.latest(conference) : 0;
    if (known > 0) {
      return CompletableFuture.completedFuture(open(request, conference, since, known));
    }
    // Unknown here: perhaps there is no such conference, and that is to be said before all else.
    return changeLog
        .revision(conference, request)
        .<@Nullable HttpResponse<?>>thenApply(
            revision -> open(request, conference, since, Math.max(revision, known)))
        .exceptionally(
            failure -> {
              throw problem(failure);
            });
  }

  private HttpResponse<?> open(
      ServerHttpRequest<?> request, String conference, @Nullable Long since, long known) {
    String address = request.getHeaders().get("X-Forwarded-For", String.class).orElse("unknown");
    LiveStream stream = hub.open(conference, since, known, address, request);
    MutableHttpResponse<Object> response = HttpResponse.ok();
    response
        .getHeaders()
        .set(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .set(HttpHeaders.CACHE_CONTROL, "no-store")
        // Proxies that collect answers before they pass them on shall not do so with this one.
        .set("X-Accel-Buffering", "no");
    return RawBody.of(
        response, stream.bytes(), request, () -> hub.closed(conference, stream, address));
  }

  private static @Nullable String conference(HttpRequest<?> request) {
    String path = request.getUri().getRawPath();
    if (request.getMethod() != HttpMethod.GET
        || !path.startsWith(PREFIX)
        || !path.endsWith(SUFFIX)
        || path.length() <= PREFIX.length() + SUFFIX.length()) {
      return null;
    }
    String segment = path.substring(PREFIX.length(), path.length() - SUFFIX.length());
    return segment.indexOf('/') < 0
            && Accept.of(request.getHeaders()).asksFor("text", "event-stream")
        ? PathSegment.decode(segment)
        : null;
  }

  private static @Nullable Long since(HttpRequest<?> request) {
    String id = request.getHeaders().get(LAST_EVENT_ID);
    if (id == null || id.isEmpty()) {
      id = request.getParameters().get("since");
    }
    if (id == null || id.isEmpty()) {
      return null;
    }
    if (!id.matches("[0-9]{1,18}")) {
      throw ProblemException.malformed(
          "Last-Event-ID (or since) is the id of an event of this stream: a revision.");
    }
    return Long.valueOf(id);
  }

  private static RuntimeException problem(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return switch (cause) {
      case ProblemException problem -> problem;
      case UpstreamFailure upstream -> upstream.toProblem();
      case Throwable other -> new IllegalStateException(other);
    };
  }
}
