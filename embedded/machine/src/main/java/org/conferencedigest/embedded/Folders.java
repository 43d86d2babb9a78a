package org.conferencedigest.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Folders that only their owner may enter. */
public final class Folders {

  private static final String TEMPORARY = "conference-digest-";

  private Folders() {}

  /** Makes the folder for its owner alone; one that is there already stays as it is. */
  public static Path ownersAlone(Path folder) {
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the folder " + folder, e);
    }
  }

  /** A new folder of this user's among the system's temporary files. */
  public static Path temporary() {
    try {
      return Files.createTempDirectory(TEMPORARY).toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a temporary folder", e);
    }
  }

  /** All folders that {@link #temporary()} made and nobody has deleted, whoever uses them. */
  public static List<Path> allTemporary() {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, TEMPORARY + "*")) {
      return StreamSupport.stream(folders.spliterator(), false).toList();
    } catch (IOException | DirectoryIteratorException e) {
      throw new UncheckedIOException(new IOException("cannot list " + parent, e));
    }
  }

  /** Deletes the folder with all that is in it, if it is there. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    delete(folder, path -> true);
  }

  /** Deletes what is in the folder, but one folder in it. */
  public static void deleteAllBut(Path kept, Path folder) {
    delete(folder, path -> !path.startsWith(kept) && !kept.startsWith(path));
  }

  private static void delete(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(wanted).sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
