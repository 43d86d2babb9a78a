package org.conferencedigest.gateway.digestcache;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.concurrent.CompletableFuture;
import org.conferencedigest.gateway.Stages;
import org.jspecify.annotations.Nullable;

/** Answers reads of digests that memory could not answer. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class FetchFilter implements Ordered {

  private final DigestReads reads;

  FetchFilter(DigestReads reads) {
    this.reads = reads;
  }

  @Override
  public int getOrder() {
    return Stages.FETCHED;
  }

  @PreMatching
  @RequestFilter
  @Nullable CompletableFuture<@Nullable HttpResponse<?>> answer(HttpRequest<?> request) {
    DigestAddress address = DigestReads.addressOf(request);
    return address == null ? null : reads.fetched(request, address).thenApply(response -> response);
  }
}
