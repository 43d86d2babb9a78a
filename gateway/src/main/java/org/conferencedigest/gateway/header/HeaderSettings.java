package org.conferencedigest.gateway.header;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What the gateway knows of itself and of what stands before it.
 *
 * @param publicUrl where clients find the gateway; services make absolute links of it
 * @param trustedProxies how many proxies before this gateway append to {@code X-Forwarded-For}; 0:
 *     none, the header is not believed at all
 * @param contentSecurityPolicy what pages may load
 * @param strictTransportSecurity how long browsers shall insist on https; sent only if the public
 *     URL is https
 * @param corsOrigins the origins whose pages may use the API; empty: none but our own
 * @param corsMaxAge how long a browser may remember that it may
 */
@ConfigurationProperties("gateway.headers")
public record HeaderSettings(
    URI publicUrl,
    int trustedProxies,
    String contentSecurityPolicy,
    Duration strictTransportSecurity,
    List<String> corsOrigins,
    Duration corsMaxAge) {

  /** Whether clients reach the gateway by https. */
  public boolean isSecure() {
    return "https".equals(publicUrl.getScheme());
  }
}
