package org.conferencedigest.summary.reading;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.conferencedigest.foundation.etag.EntityTag;
import org.conferencedigest.foundation.etag.Preconditions;
import org.conferencedigest.summary.state.Head;

/** Answers with what is made of a digest, or with 304 if the client has just that. */
final class DigestResponses {

  static final String REVISION = "Digest-Revision";

  private DigestResponses() {}

  /**
   * @param etag of exactly these bytes
   * @param body made only if it is sent
   */
  static MutableHttpResponse<byte[]> of(
      HttpRequest<?> request, Head head, EntityTag etag, String mediaType, Supplier<byte[]> body) {
    MutableHttpResponse<byte[]> response =
        Preconditions.of(request).notModified(etag)
            ? HttpResponse.notModified()
            : HttpResponse.ok(body.get()).header(HttpHeaders.CONTENT_TYPE, mediaType);
    response
        .header(HttpHeaders.ETAG, etag.toString())
        .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
        .header(REVISION, String.valueOf(head.revision()));
    Instant at = head.revisedAt();
    if (at != null) {
      response.header(
          HttpHeaders.LAST_MODIFIED,
          DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
    }
    return response;
  }
}
