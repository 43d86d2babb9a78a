package org.conferencedigest.gateway.digestcache;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.List;
import org.conferencedigest.foundation.problem.ProblemException;

/** The summary service answered, but with no digest. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final List<String> KEPT =
      List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.RETRY_AFTER, HttpHeaders.CACHE_CONTROL);

  private final int status;
  private final transient HttpHeaders headers;
  private final byte[] bytes;

  Refusal(int status, HttpHeaders headers, byte[] bytes) {
    super("the summary service answered with " + status, null, false, false);
    this.status = status;
    this.headers = headers;
    this.bytes = bytes;
  }

  /** Whether the service is at fault, so that an older copy is the better answer. */
  boolean isFault() {
    return status >= 500 || status < 400;
  }

  /** The same answer to the client, if it explains itself; else one that does. */
  MutableHttpResponse<?> response() {
    if (status < 400) {
      throw ProblemException.badGateway(
          "The summary service answered with something that is no digest.");
    }
    if (bytes.length == 0 || headers.getContentType().isEmpty()) {
      throw ProblemException.unavailable(
          "The summary service cannot hand out the digest now.", Duration.ofSeconds(1));
    }
    MutableHttpResponse<Object> response = HttpResponse.status(status, null);
    for (String name : KEPT) {
      String value = headers.get(name);
      if (value != null) {
        response.getHeaders().set(name, value);
      }
    }
    return response.body(bytes);
  }
}
