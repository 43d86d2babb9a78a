package org.conferencedigest.summary.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Makes tokens that the instances of a test believe. */
public final class Tokens {

  private static final ECKey KEY = key();
  private static final Path FILE = file();

  private Tokens() {}

  /** The public keys, for {@code identity.jwks-file}. */
  public static Path keys() {
    return FILE;
  }

  /** The value of {@code Authorization} for someone with a role. */
  public static String bearer(String subject, String role) {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(KEY.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("roles", List.of(role))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))))
                .build());
    try {
      token.sign(new ECDSASigner(KEY));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return "Bearer " + token.serialize();
  }

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path file() {
    try {
      Path file = Files.createTempFile("keys", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, new JWKSet(KEY.toPublicJWK()).toString(true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
