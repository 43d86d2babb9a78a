package org.conferencedigest.gateway;

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
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** A key of this test run, and tokens signed with it. */
public final class TestIdentity {

  private static final ECKey KEY = key();
  private static final Path FILE = file();

  private TestIdentity() {}

  /** The file of public keys, as services are given it. */
  public static String jwksFile() {
    return FILE.toString();
  }

  /** A good token. */
  public static String token(String subject) {
    return token(subject, Instant.now().plusSeconds(600), KEY);
  }

  /** One that ended a while ago. */
  public static String expiredToken(String subject) {
    return token(subject, Instant.now().minusSeconds(600), KEY);
  }

  /** One that somebody else signed. */
  public static String forgedToken(String subject) {
    return token(subject, Instant.now().plusSeconds(600), key());
  }

  private static String token(String subject, Instant end, ECKey key) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
              new JWTClaimsSet.Builder()
                  .subject(subject)
                  .claim("roles", List.of("author"))
                  .expirationTime(Date.from(end))
                  .build());
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
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
      Path file = Files.createTempFile("jwks", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, new JWKSet(KEY.toPublicJWK()).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
