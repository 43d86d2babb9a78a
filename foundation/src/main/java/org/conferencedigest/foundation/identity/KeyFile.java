package org.conferencedigest.foundation.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/**
 * A file of public keys, read anew each time: so keys are added and withdrawn without a restart.
 */
record KeyFile(Path path) implements JWKSetSource<SecurityContext> {

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long currentTime, SecurityContext context)
      throws KeySourceException {
    return read();
  }

  /**
   * The keys in it, at least one.
   *
   * @throws KeySourceException if there is none
   */
  JWKSet read() throws KeySourceException {
    try {
      if (Files.size(path) > Keys.LARGEST) {
        throw new JWKSetUnavailableException("it has more than " + Keys.LARGEST + " bytes");
      }
      JWKSet keys = JWKSet.parse(Files.readString(path)).toPublicJWKSet();
      if (keys.isEmpty()) {
        throw new JWKSetUnavailableException("it holds no public key");
      }
      return keys;
    } catch (IOException e) {
      throw new JWKSetUnavailableException("it cannot be read", e);
    } catch (ParseException e) {
      throw new JWKSetUnavailableException("it is no set of keys", e);
    }
  }

  @Override
  public void close() {
    // Nothing is open between two readings.
  }
}
