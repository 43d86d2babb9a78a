package org.conferencedigest.gateway.digestcache;

import io.micronaut.http.HttpRequest;
import org.conferencedigest.gateway.route.PathSegment;
import org.jspecify.annotations.Nullable;

/**
 * Which digest a request asks for.
 *
 * @param key which digest in which format
 * @param negotiated whether the format hangs on the {@code Accept} header
 */
record DigestAddress(DigestKey key, boolean negotiated) {

  static final String API = "/api/v1/conferences/";
  private static final String PAGES = "/conferences/";
  private static final String DIGEST = "/digest";

  /** The digest that a request asks for; null if it asks for something else. */
  static @Nullable DigestAddress of(HttpRequest<?> request) {
    String path = request.getUri().getRawPath();
    if (path.startsWith(API)) {
      int slash = path.indexOf('/', API.length());
      if (slash < 0 || !path.startsWith(DIGEST, slash)) {
        return null;
      }
      int end = slash + DIGEST.length();
      if (end == path.length()) {
        Format format = Negotiation.format(request.getHeaders().get("Accept"));
        return of(path.substring(API.length(), slash), format, true);
      }
      return path.charAt(end) == '.'
          ? of(path.substring(API.length(), slash), Format.ofSuffix(path.substring(end + 1)), false)
          : null;
    }
    if (path.startsWith(PAGES) && path.indexOf('/', PAGES.length()) < 0) {
      return of(path.substring(PAGES.length()), Format.HTML, false);
    }
    return null;
  }

  private static @Nullable DigestAddress of(
      String segment, @Nullable Format format, boolean negotiated) {
    if (format == null || segment.isEmpty()) {
      return null;
    }
    String conference = PathSegment.decode(segment);
    return conference == null
        ? null
        : new DigestAddress(new DigestKey(conference, format), negotiated);
  }
}
