package org.conferencedigest.foundation.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;

/** The public keys that sign tokens. */
final class Keys {

  private static final int LARGEST = 512 * 1024;

  private Keys() {}

  /**
   * The keys the settings name.
   *
   * @throws ConfigurationException if they name none, or a file that holds none
   */
  static JWKSource<SecurityContext> of(IdentitySettings settings) {
    if (settings.jwksUrl() != null) {
      return fetched(settings.jwksUrl(), settings);
    }
    if (settings.jwksFile() != null) {
      return inFile(Path.of(settings.jwksFile()));
    }
    throw new ConfigurationException(
        "No key to verify tokens with: set DIGEST_JWKS_URL to the JWKS address of your identity"
            + " provider, or DIGEST_JWKS_FILE to a file of public keys.");
  }

  private static JWKSource<SecurityContext> inFile(Path file) {
    try {
      JWKSet keys = JWKSet.parse(Files.readString(file)).toPublicJWKSet();
      if (keys.isEmpty()) {
        throw new ConfigurationException("DIGEST_JWKS_FILE " + file + " holds no public key.");
      }
      return new ImmutableJWKSet<>(keys);
    } catch (IOException | ParseException e) {
      throw new ConfigurationException(
          "DIGEST_JWKS_FILE " + file + " cannot be read as a set of keys: " + e, e);
    }
  }

  private static JWKSource<SecurityContext> fetched(String address, IdentitySettings settings) {
    int timeout = Math.toIntExact(settings.fetchTimeout().toMillis());
    try {
      return JWKSourceBuilder.create(
              URI.create(address).toURL(), new DefaultResourceRetriever(timeout, timeout, LARGEST))
          .cache(settings.keysFor().toMillis(), patience(settings.fetchTimeout()).toMillis())
          .rateLimited(settings.fetchInterval().toMillis())
          .outageTolerant(settings.keysInOutageFor().toMillis())
          .retrying(true)
          .build();
    } catch (IllegalArgumentException | MalformedURLException e) {
      throw new ConfigurationException("DIGEST_JWKS_URL " + address + " is no address.", e);
    }
  }

  // How long a request waits while another one fetches: a try, its repetition, and a little.
  private static Duration patience(Duration fetchTimeout) {
    return fetchTimeout.multipliedBy(5);
  }
}
