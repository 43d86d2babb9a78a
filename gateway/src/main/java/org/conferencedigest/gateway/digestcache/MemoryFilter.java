package org.conferencedigest.gateway.digestcache;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import org.conferencedigest.gateway.Stages;
import org.jspecify.annotations.Nullable;

/** The fastest way out: on the event loop, without waiting, without the network. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class MemoryFilter implements Ordered {

  private final DigestReads reads;

  MemoryFilter(DigestReads reads) {
    this.reads = reads;
  }

  @Override
  public int getOrder() {
    return Stages.MEMORY;
  }

  @PreMatching
  @RequestFilter
  @Nullable HttpResponse<?> answer(HttpRequest<?> request) {
    DigestAddress address = DigestReads.addressOf(request);
    return address == null ? null : reads.fromMemory(request, address);
  }
}
