package org.conferencedigest.gateway.desk;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Matching;
import org.conferencedigest.foundation.settings.Within;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider through which people sign in, beside pasting a token.
 *
 * @param issuer its address, below which its configuration is published; null: there is none
 * @param client what it calls this site
 * @param secret by which this site proves itself to it; null: a public client
 * @param name what the button says
 * @param scope what is asked for
 * @param token which of the tokens it gives is the bearer of the API: {@code access_token} or
 *     {@code id_token}; it has to be a JWT that the services take
 * @param timeout how long it may take to answer
 * @param patience how long somebody may take to sign in there
 */
@ConfigurationProperties("gateway.desk.openid")
record OpenIdSettings(
    @Matching(
            value = Matching.WEB_ADDRESS,
            words = "an address such as https://id.example",
            optional = true)
        @Nullable String issuer,
    @Nullable String client,
    @Nullable String secret,
    @Matching(value = ".+", words = "a few words") String name,
    @Matching(value = "\\S+( \\S+)*", words = "names parted by spaces") String scope,
    @Matching(value = "access_token|id_token", words = "access_token or id_token") String token,
    @Within(least = "10ms", most = "1m") Duration timeout,
    @Within(least = "1m", most = "1h") Duration patience) {

  // A variable of the environment that is set to nothing is not set.
  OpenIdSettings {
    issuer = orNull(issuer);
    client = orNull(client);
    secret = orNull(secret);
  }

  private static @Nullable String orNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  boolean isConfigured() {
    return issuer != null && client != null;
  }
}
