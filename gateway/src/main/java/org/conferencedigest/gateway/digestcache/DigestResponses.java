package org.conferencedigest.gateway.digestcache;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.conferencedigest.gateway.route.RawBody;
import org.jspecify.annotations.Nullable;

/** Hands out copies. */
@Singleton
final class DigestResponses {

  /** How the copy came to be (RFC 9211). */
  enum CacheStatus {
    HIT("gateway; hit"),
    FETCHED("gateway; fwd=stale; stored"),
    STALE("gateway; hit; ttl=-1; detail=summary-unavailable");

    private final String header;

    CacheStatus(String header) {
      this.header = header;
    }
  }

  private static final String CACHE_STATUS = "Cache-Status";
  private static final String VARY_CODING = "Accept-Encoding";
  private static final String VARY_BOTH = "Accept, Accept-Encoding";

  private final String cacheControl;
  private final int compressFrom;
  private final ExecutorService executor;

  DigestResponses(
      DigestSettings settings, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.cacheControl = settings.cacheControl();
    this.compressFrom = settings.compressFrom();
    this.executor = executor;
  }

  /** The answer if it can be given at once; null if its bytes must be compressed first. */
  @Nullable MutableHttpResponse<?> at(
      HttpRequest<?> request, DigestAddress address, Copy copy, CacheStatus status) {
    boolean gzipped = gzips(request, copy);
    if (isNotModified(request, copy)) {
      return head(HttpStatus.NOT_MODIFIED, address, copy, status, gzipped);
    }
    if (!gzipped) {
      return full(request, address, copy, status, false, copy.bytes());
    }
    CompletableFuture<byte[]> compressed = copy.gzip(executor);
    return compressed.isDone() && !compressed.isCompletedExceptionally()
        ? full(request, address, copy, status, true, compressed.join())
        : null;
  }

  /** The answer, when its bytes are ready. */
  CompletableFuture<MutableHttpResponse<?>> when(
      HttpRequest<?> request, DigestAddress address, Copy copy, CacheStatus status) {
    MutableHttpResponse<?> atOnce = at(request, address, copy, status);
    return atOnce != null
        ? CompletableFuture.completedFuture(atOnce)
        : copy.gzip(executor).thenApply(bytes -> full(request, address, copy, status, true, bytes));
  }

  private boolean gzips(HttpRequest<?> request, Copy copy) {
    return copy.bytes().length >= compressFrom
        && Negotiation.takesGzip(request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING));
  }

  private static boolean isNotModified(HttpRequest<?> request, Copy copy) {
    return Conditions.isHeldBy(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), copy);
  }

  private MutableHttpResponse<?> full(
      HttpRequest<?> request,
      DigestAddress address,
      Copy copy,
      CacheStatus status,
      boolean gzipped,
      byte[] bytes) {
    copy.markRead();
    MutableHttpResponse<Object> response = head(HttpStatus.OK, address, copy, status, gzipped);
    MutableHttpHeaders headers = response.getHeaders();
    headers.add(HttpHeaders.CONTENT_TYPE, copy.contentType());
    if (!copy.links().isEmpty()) {
      headers.add(HttpHeaders.LINK, copy.links());
    }
    if (gzipped) {
      headers.add(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    if (request.getMethod() == HttpMethod.HEAD) {
      headers.add(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
      return response;
    }
    return RawBody.of(response, bytes);
  }

  private MutableHttpResponse<Object> head(
      HttpStatus code, DigestAddress address, Copy copy, CacheStatus status, boolean gzipped) {
    MutableHttpResponse<Object> response = HttpResponse.status(code);
    MutableHttpHeaders headers = response.getHeaders();
    headers.add(HttpHeaders.ETAG, copy.etag(gzipped));
    headers.add(Fetcher.REVISION, Long.toString(copy.revision()));
    headers.add(HttpHeaders.LAST_MODIFIED, copy.lastModified());
    headers.add(HttpHeaders.CACHE_CONTROL, cacheControl);
    headers.add(HttpHeaders.VARY, address.negotiated() ? VARY_BOTH : VARY_CODING);
    headers.add(CACHE_STATUS, status.header);
    return response;
  }
}
