package org.conferencedigest.foundation.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Matching;
import org.conferencedigest.foundation.settings.Within;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens are believed.
 *
 * @param jwksUrl where an identity provider publishes its keys
 * @param jwksFile a file of keys, instead
 * @param issuer the {@code iss} a token must have; any if null
 * @param audience the {@code aud} a token must have; any if null
 * @param rolesClaim the claim that lists the roles
 * @param clockSkew by how much the clocks of issuer and service may differ
 * @param fetchTimeout how long the identity provider may take to connect, and to answer
 * @param keysFor how long fetched keys are used before they are fetched again
 * @param keysInOutageFor how long they are used beyond that while the provider cannot be reached
 * @param fetchInterval the least time between two fetches, whatever key ids tokens name
 */
@ConfigurationProperties("identity")
record IdentitySettings(
    @Matching(
            value = Matching.WEB_ADDRESS,
            words = "an address such as https://id.example/keys",
            optional = true)
        @Nullable String jwksUrl,
    @Nullable String jwksFile,
    @Nullable String issuer,
    @Nullable String audience,
    @Matching(value = "\\S+", words = "the name of a claim") String rolesClaim,
    @Within(least = "0s", most = "10m") Duration clockSkew,
    @Within(least = "10ms", most = "1m") Duration fetchTimeout,
    @Within(least = "1s", most = "1d") Duration keysFor,
    @Within(least = "0s", most = "30d") Duration keysInOutageFor,
    @Within(least = "0s", most = "1h") Duration fetchInterval) {

  // A variable of the environment that is set to nothing is not set.
  IdentitySettings {
    jwksUrl = orNull(jwksUrl);
    jwksFile = orNull(jwksFile);
    issuer = orNull(issuer);
    audience = orNull(audience);
  }

  private static @Nullable String orNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
