package org.conferencedigest.gateway.desk;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import org.conferencedigest.gateway.header.HeaderSettings;
import org.jspecify.annotations.Nullable;

/** Tells requests that pages of ours make from those that pages of others make. */
@Singleton
final class OwnOrigin {

  private final URI publicUrl;

  OwnOrigin(HeaderSettings settings) {
    this.publicUrl = settings.publicUrl();
  }

  /**
   * Whether the browser says that a page of this site sent it: by {@code Origin} (RFC 6454), which
   * must be the public address or the host that was asked, or, if it sent none, by {@code
   * Sec-Fetch-Site}. A client that says neither is none of our pages.
   */
  boolean sent(HttpRequest<?> request) {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin == null) {
      return "same-origin".equals(request.getHeaders().get("Sec-Fetch-Site"));
    }
    return isPublic(origin) || isAsked(origin, request.getHeaders().get(HttpHeaders.HOST));
  }

  private boolean isPublic(String origin) {
    return origin.equalsIgnoreCase(publicUrl.getScheme() + "://" + publicUrl.getRawAuthority());
  }

  private static boolean isAsked(String origin, @Nullable String host) {
    return host != null
        && (origin.equalsIgnoreCase("http://" + host)
            || origin.equalsIgnoreCase("https://" + host));
  }
}
