package org.conferencedigest.embedded.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * The secrets of a data folder for parts that run elsewhere, each of which is given a folder with
 * no more than it needs: the services a password each and the public keys, the database the
 * passwords of all its roles. Nobody gets the signing key.
 *
 * @param to the folder with the parts' folders
 */
public record HandOut(Path to) {

  /** Writes what is missing or differs; doing it twice changes nothing. */
  public void of(DataFolder folder) {
    Passwords passwords = folder.passwords();
    try {
      write("public-keys", "jwks.json", Files.readString(folder.key().publicFile()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder.key().publicFile(), e);
    }
    for (DatabaseRole role : DatabaseRole.values()) {
      write("postgres", role.name().toLowerCase(Locale.ROOT), passwords.of(role));
    }
    write("notes-service", "secrets.properties", setting(passwords.of(DatabaseRole.NOTES)));
    write("summary-service", "secrets.properties", setting(passwords.of(DatabaseRole.SUMMARY)));
  }

  private static String setting(String password) {
    return "datasources.default.password=" + password + "\n";
  }

  /** Whole or not there: whoever reads it may start at the same time. */
  private void write(String part, String name, String text) {
    Path file = to.resolve(part).resolve(name);
    try {
      if (Files.exists(file) && Files.readString(file).equals(text)) {
        return;
      }
      Files.createDirectories(file.resolveSibling(""));
      Path unfinished = file.resolveSibling("." + name);
      Files.write(unfinished, text.getBytes(UTF_8));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
