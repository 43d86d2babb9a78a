package org.conferencedigest.embedded.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.conferencedigest.embedded.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  private static final Instant NOW = Instant.parse("2026-06-24T12:00:00Z");

  @TempDir Path parent;

  @Test
  void signsTokensThatThePublicKeysVerify() throws Exception {
    try (DataFolder folder = take()) {
      String token = folder.key().token("ada", "editor", NOW, Duration.ofDays(30));
      SignedJWT jwt = SignedJWT.parse(token);
      JWK key =
          JWKSet.load(folder.key().publicFile().toFile()).getKeyByKeyId(jwt.getHeader().getKeyID());
      assertThat(jwt.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
      assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo("ada");
      assertThat(jwt.getJWTClaimsSet().getStringListClaim("roles")).isEqualTo(List.of("editor"));
      assertThat(jwt.getJWTClaimsSet().getExpirationTime())
          .isEqualTo(Date.from(NOW.plus(Duration.ofDays(30))));
    }
  }

  @Test
  void showsSecretsToTheirOwnerAlone() throws Exception {
    try (DataFolder folder = take()) {
      LocalKey key = folder.key();
      assertThat(folder.passwords()).isNotNull();
      assertThat(mode(folder.path())).isEqualTo("rwx------");
      assertThat(mode(folder.path().resolve("keys"))).isEqualTo("rwx------");
      assertThat(mode(folder.path().resolve("keys/signing-key.json"))).isEqualTo("rw-------");
      assertThat(mode(folder.path().resolve("keys/database-passwords"))).isEqualTo("rw-------");
      assertThat(Files.readString(key.publicFile())).contains("\"kid\"").doesNotContain("\"d\"");
    }
  }

  @Test
  void keepsKeyAndPasswordsOverATime() throws Exception {
    String key;
    String password;
    try (DataFolder folder = take()) {
      key = Files.readString(folder.key().publicFile());
      password = folder.passwords().of(DatabaseRole.NOTES);
    }
    try (DataFolder folder = take()) {
      assertThat(Files.readString(folder.key().publicFile())).isEqualTo(key);
      assertThat(folder.passwords().of(DatabaseRole.NOTES)).isEqualTo(password);
      assertThat(folder.passwords().of(DatabaseRole.SUMMARY)).isNotEqualTo(password);
    }
  }

  @Test
  void isTakenOnceAtATime() throws Exception {
    try (DataFolder folder = take()) {
      assertThat(folder.logs()).isDirectory();
      // Another process gets FolderInUseException; within this one the JDK is stricter.
      assertThatThrownBy(this::take).isInstanceOf(OverlappingFileLockException.class);
    }
  }

  @Test
  void deletesTheTemporaryFoldersThatAKilledMachineLeft() throws Exception {
    Path left = Folders.temporary();
    DataFolder.take(left).close();
    Path other = Folders.temporary();

    DataFolder.deleteAbandoned();

    assertThat(left).doesNotExist();
    assertThat(other).isDirectory();
    Folders.delete(other);
  }

  private DataFolder take() throws FolderInUseException {
    return DataFolder.take(parent.resolve("data"));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
