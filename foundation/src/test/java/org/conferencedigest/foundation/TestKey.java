package org.conferencedigest.foundation;

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

/** A key pair that signs tokens as an identity provider would. */
public record TestKey(ECKey pair) {

  public static TestKey generate(String keyId) {
    try {
      return new TestKey(new ECKeyGenerator(Curve.P_256).keyID(keyId).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public keys as a provider publishes them. */
  public String jwks() {
    return new JWKSet(pair.toPublicJWK()).toString();
  }

  /** A file of the public key. */
  public Path jwksFile() {
    try {
      Path file = Files.createTempFile("keys", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, jwks());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A token that holds for a minute. */
  public String token(String subject, String... roles) {
    return sign(claims(subject, roles).build());
  }

  public static JWTClaimsSet.Builder claims(String subject, String... roles) {
    return new JWTClaimsSet.Builder()
        .subject(subject)
        .claim("roles", List.of(roles))
        .expirationTime(Date.from(Instant.now().plusSeconds(60)));
  }

  public String sign(JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(pair.getKeyID()).build(), claims);
      token.sign(new ECDSASigner(pair));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
