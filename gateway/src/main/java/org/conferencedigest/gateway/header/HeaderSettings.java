package org.conferencedigest.gateway.header;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.conferencedigest.foundation.settings.Matching;
import org.conferencedigest.foundation.settings.Within;

/**
 * What the gateway knows of itself and of what stands before it.
 *
 * @param publicUrl where clients find the gateway; services make absolute links of it
 * @param otherOrigins further addresses at which people open this site, beside the public URL
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
    @Matching(value = Matching.WEB_ADDRESS, words = "an address such as https://digest.example")
        URI publicUrl,
    @Matching(value = ORIGINS, words = ORIGINS_WORDS, optional = true) List<String> otherOrigins,
    @Within(least = "0", most = "16") int trustedProxies,
    String contentSecurityPolicy,
    @Within(least = "0s", most = "3650d") Duration strictTransportSecurity,
    @Matching(value = ORIGINS, words = ORIGINS_WORDS, optional = true) List<String> corsOrigins,
    @Within(least = "0s", most = "1d") Duration corsMaxAge) {

  private static final String ORIGINS = "\\s*https?://[^\\s,/]+\\s*(,\\s*https?://[^\\s,/]+\\s*)*";
  private static final String ORIGINS_WORDS =
      "origins such as https://blog.example, parted by commas";

  /** Whether clients reach the gateway by https. */
  public boolean isSecure() {
    return "https".equals(publicUrl.getScheme());
  }
}
