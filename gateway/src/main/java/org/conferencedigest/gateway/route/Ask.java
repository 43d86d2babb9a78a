package org.conferencedigest.gateway.route;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.body.CloseableByteBody;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request to a service.
 *
 * @param target path and query as they go onto the wire
 * @param headers sets the headers
 * @param body what to send; asking takes it over and closes it
 * @param timeout how long until the answer must have begun
 */
public record Ask(
    HttpMethod method,
    String target,
    Consumer<MutableHttpHeaders> headers,
    @Nullable CloseableByteBody body,
    Duration timeout) {

  /** A read. */
  public static Ask get(String target, Consumer<MutableHttpHeaders> headers, Duration timeout) {
    return new Ask(HttpMethod.GET, target, headers, null, timeout);
  }

  /** Whether to send it twice does no harm (RFC 9110, section 9.2.2) and changes nothing. */
  boolean isRead() {
    return body == null && (method == HttpMethod.GET || method == HttpMethod.HEAD);
  }
}
