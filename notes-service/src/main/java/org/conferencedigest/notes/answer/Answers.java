package org.conferencedigest.notes.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.net.URLEncoder;
import java.util.function.Supplier;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.foundation.etag.EntityTag;
import org.conferencedigest.foundation.etag.Preconditions;
import org.conferencedigest.notes.writing.Outcome;
import org.conferencedigest.notes.writing.Written;

/** Makes answers of what use cases say. */
public final class Answers {

  /**
   * The {@code Cache-Control} of what may hang on who asks: no cache that others share keeps it.
   */
  public static final String PRIVATE = "private, no-cache";

  private Answers() {}

  /**
   * The answer to a read: the representation, or 304 if the client has it. It may hang on who asks.
   */
  public static <T> MutableHttpResponse<T> read(
      EntityTag tag, Preconditions conditions, Supplier<T> representation) {
    MutableHttpResponse<T> response =
        conditions.notModified(tag)
            ? HttpResponse.notModified()
            : HttpResponse.ok(representation.get());
    return response
        .header(HttpHeaders.ETAG, tag.toString())
        .header(HttpHeaders.CACHE_CONTROL, PRIVATE);
  }

  /**
   * The answer to a {@code PUT}: 201 with its address if it created something, else 200.
   *
   * @param path the address, as segments below {@code /api/v1}
   */
  public static <T> MutableHttpResponse<T> written(
      Written<?> written, EntityTag tag, T representation, String... path) {
    MutableHttpResponse<T> response = HttpResponse.ok(representation);
    if (written.outcome() == Outcome.CREATED) {
      response = HttpResponse.created(representation).header(HttpHeaders.LOCATION, address(path));
    }
    return response
        .header(HttpHeaders.ETAG, tag.toString())
        .header(DigestAfter.HEADER, written.after().encode());
  }

  /** The answer to a {@code DELETE}. */
  public static HttpResponse<Void> deleted(Written<?> written) {
    return HttpResponse.<Void>noContent().header(DigestAfter.HEADER, written.after().encode());
  }

  private static String address(String... path) {
    StringBuilder address = new StringBuilder("/api/v1");
    for (String segment : path) {
      address.append('/').append(URLEncoder.encode(segment, UTF_8));
    }
    return address.toString();
  }
}
