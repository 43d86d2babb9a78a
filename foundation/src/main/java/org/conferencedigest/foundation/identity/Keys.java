package org.conferencedigest.foundation.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.conferencedigest.foundation.settings.WrongSettingException;

/** The public keys that sign tokens. */
final class Keys {

  static final int LARGEST = 512 * 1024;

  private Keys() {}

  /**
   * The keys the settings name.
   *
   * @throws WrongSettingException if they name none, or a file that holds none
   */
  static JWKSource<SecurityContext> of(IdentitySettings settings) {
    if (settings.jwksUrl() != null) {
      return fetched(settings.jwksUrl(), settings);
    }
    if (settings.jwksFile() != null) {
      return inFile(Path.of(settings.jwksFile()), settings);
    }
    throw new WrongSettingException(
        "There is no key to verify tokens with: set DIGEST_JWKS_URL to the JWKS address of your"
            + " identity provider, or DIGEST_JWKS_FILE to a file of public keys.");
  }

  private static JWKSource<SecurityContext> inFile(Path path, IdentitySettings settings) {
    KeyFile file = new KeyFile(path);
    try {
      file.read();
    } catch (KeySourceException e) {
      throw new WrongSettingException(
          "The setting DIGEST_JWKS_FILE (identity.jwks-file) is \"%s\"; it must be a file of public keys, a JWKS: %s."
              .formatted(path, e.getMessage()),
          e);
    }
    return bounded(JWKSourceBuilder.create(file), settings).build();
  }

  private static JWKSource<SecurityContext> fetched(String address, IdentitySettings settings) {
    int timeout = Math.toIntExact(settings.fetchTimeout().toMillis());
    try {
      return bounded(
              JWKSourceBuilder.create(
                  URI.create(address).toURL(),
                  new DefaultResourceRetriever(timeout, timeout, LARGEST)),
              settings)
          .retrying(true)
          .build();
    } catch (IllegalArgumentException | MalformedURLException e) {
      throw new WrongSettingException(
          "The setting DIGEST_JWKS_URL (identity.jwks-url) is \"%s\"; it must be an address such as https://id.example/keys."
              .formatted(address),
          e);
    }
  }

  private static JWKSourceBuilder<SecurityContext> bounded(
      JWKSourceBuilder<SecurityContext> keys, IdentitySettings settings) {
    // Together less than the time the keys are used for, whatever that is.
    Duration ahead = settings.keysFor().dividedBy(10);
    Duration wait = patience(settings.fetchTimeout());
    Duration half = settings.keysFor().dividedBy(2);
    return keys.cache(
            settings.keysFor().toMillis(), (wait.compareTo(half) < 0 ? wait : half).toMillis())
        .refreshAheadCache(ahead.toMillis(), false)
        .rateLimited(settings.fetchInterval().toMillis())
        .outageTolerant(settings.keysInOutageFor().toMillis());
  }

  // How long a request waits while another one fetches: a try, its repetition, and a little.
  private static Duration patience(Duration fetchTimeout) {
    return fetchTimeout.multipliedBy(5);
  }
}
