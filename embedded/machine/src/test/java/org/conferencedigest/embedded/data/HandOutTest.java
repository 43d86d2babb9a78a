package org.conferencedigest.embedded.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOutTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

  @TempDir Path parent;

  @Test
  void givesEachPartWhatItNeedsAndNobodyTheSigningKey() throws Exception {
    try (DataFolder folder = take()) {
      new HandOut(out()).of(folder);
      Passwords passwords = folder.passwords();
      assertThat(written())
          .isEqualTo(
              Map.of(
                  "public-keys/jwks.json", Files.readString(folder.key().publicFile()),
                  "postgres/superuser", passwords.of(DatabaseRole.SUPERUSER),
                  "postgres/notes", passwords.of(DatabaseRole.NOTES),
                  "postgres/summary", passwords.of(DatabaseRole.SUMMARY),
                  "notes-service/secrets.properties",
                      "datasources.default.password=" + passwords.of(DatabaseRole.NOTES) + "\n",
                  "summary-service/secrets.properties",
                      "datasources.default.password=" + passwords.of(DatabaseRole.SUMMARY) + "\n"));
    }
  }

  @Test
  void leavesWhatIsRightAloneAndMendsWhatIsNot() throws Exception {
    try (DataFolder folder = take()) {
      HandOut handOut = new HandOut(out());
      handOut.of(folder);
      Map<String, String> first = written();
      Path right = out().resolve("postgres/notes");
      Files.setLastModifiedTime(right, LONG_AGO);
      Files.writeString(out().resolve("postgres/summary"), "of another folder");
      Files.delete(out().resolve("public-keys/jwks.json"));

      handOut.of(folder);

      assertThat(written()).isEqualTo(first);
      assertThat(Files.getLastModifiedTime(right)).isEqualTo(LONG_AGO);
    }
  }

  private DataFolder take() throws FolderInUseException {
    return DataFolder.take(parent.resolve("data"));
  }

  private Path out() {
    return parent.resolve("out");
  }

  private Map<String, String> written() throws IOException {
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out())) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> written.put(out().relativize(file).toString(), read(file)));
    }
    return written;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
