package org.conferencedigest.gateway.limit;

import io.micronaut.http.MutableHttpHeaders;
import java.time.Duration;

/**
 * What a client may still ask.
 *
 * @param policy what is counted: {@code address} or {@code subject}
 * @param quota requests it may send at once
 * @param windowSeconds the time in which an empty quota fills again
 * @param granted whether this request is let through
 * @param remaining requests it may send now
 * @param reset when the quota is full again
 * @param retryAfter when the next request is let through, if this one was not
 */
record Allowance(
    String policy,
    long quota,
    long windowSeconds,
    boolean granted,
    long remaining,
    Duration reset,
    Duration retryAfter) {

  /** Tells the client, as draft-ietf-httpapi-ratelimit-headers has it. */
  void writeTo(MutableHttpHeaders headers) {
    headers.set("RateLimit-Policy", "\"" + policy + "\";q=" + quota + ";w=" + windowSeconds);
    headers.set(
        "RateLimit", "\"" + policy + "\";r=" + remaining + ";t=" + (reset.toMillis() + 999) / 1000);
  }
}
