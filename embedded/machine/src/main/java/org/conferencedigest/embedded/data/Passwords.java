package org.conferencedigest.embedded.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.conferencedigest.embedded.Folders;

/** One password for each role of the data folder's database, known to nobody but this folder. */
public final class Passwords {

  private static final int BYTES = 24;

  private final Map<String, String> byRole;

  private Passwords(Map<String, String> byRole) {
    this.byRole = byRole;
  }

  static Passwords readOrMake(Path dataFolder) {
    Path file = dataFolder.resolve("keys").resolve("database-passwords");
    try {
      if (!Files.exists(file)) {
        Folders.ownersAlone(file.resolveSibling(""));
        PrivateFile.write(
            file,
            Arrays.stream(DatabaseRole.values())
                .map(role -> role + "=" + random() + "\n")
                .collect(Collectors.joining()));
      }
      return new Passwords(
          Files.readAllLines(file).stream()
              .map(line -> line.split("=", 2))
              .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or make the passwords in " + file, e);
    }
  }

  /** The password of a role. */
  public String of(DatabaseRole role) {
    String password = byRole.get(role.name());
    if (password == null) {
      throw new IllegalStateException("the data folder has no password for " + role);
    }
    return password;
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
