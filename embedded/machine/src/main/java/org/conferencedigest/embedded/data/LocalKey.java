package org.conferencedigest.embedded.data;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.conferencedigest.embedded.Folders;

/**
 * The key with which one machine signs its own tokens (ES256), kept in {@code keys/} of its data
 * folder: {@code signing-key.json} for the owner alone, {@code jwks.json} for those who verify.
 */
public final class LocalKey {

  private final ECKey key;
  private final Path publicFile;

  private LocalKey(ECKey key, Path publicFile) {
    this.key = key;
    this.publicFile = publicFile;
  }

  /** The key of a data folder, if a machine has ever run on it. */
  public static Optional<LocalKey> read(Path dataFolder) {
    Path file = privateFile(dataFolder);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      ECKey key = ECKey.parse(Files.readString(file));
      return Optional.of(new LocalKey(key, file.resolveSibling("jwks.json")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the key " + file, e);
    } catch (ParseException e) {
      throw new IllegalStateException("not a signing key: " + file, e);
    }
  }

  static LocalKey readOrMake(Path dataFolder) {
    Path file = privateFile(dataFolder);
    try {
      if (!Files.exists(file)) {
        Folders.ownersAlone(file.resolveSibling(""));
        ECKey made =
            new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint(true)
                .generate();
        PrivateFile.write(file, made.toJSONString());
      }
      LocalKey key = read(dataFolder).orElseThrow();
      Files.writeString(key.publicFile, new JWKSet(key.key).toString(true));
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the key " + file, e);
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK cannot make a key for ES256", e);
    }
  }

  /** The JWKS file with the public half alone. */
  public Path publicFile() {
    return publicFile;
  }

  /** A token for the bearer to be {@code name} with one role ({@code author} or {@code editor}). */
  public String token(String name, String role, Instant now, Duration life) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject(name)
            .claim("roles", List.of(role))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(life)))
            .build();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("the key in " + publicFile + " cannot sign", e);
    }
    return token.serialize();
  }

  private static Path privateFile(Path dataFolder) {
    return dataFolder.toAbsolutePath().resolve("keys").resolve("signing-key.json");
  }
}
