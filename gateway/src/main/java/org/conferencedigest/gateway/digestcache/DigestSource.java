package org.conferencedigest.gateway.digestcache;

import io.micronaut.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where digests come from. */
interface DigestSource {

  /**
   * Returns the digest as it is now.
   *
   * @param old what is held; if it is still right, its bytes are not sent again
   * @param cause the request that needs it first; the fetch is part of its trace, or else of that
   *     of the work at hand
   * @return fails with a {@link Refusal} if the service answers with neither a digest nor that
   *     there is none, and with an {@link org.conferencedigest.gateway.route.UpstreamFailure}
   */
  CompletableFuture<Held> fetch(DigestKey key, @Nullable Copy old, @Nullable HttpRequest<?> cause);
}
