package org.conferencedigest.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from the archive on the class path.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

  /**
   * Unpacks the archive for this machine, unless that has been done.
   *
   * @param cache a folder that lasts; created if missing
   */
  static PostgresBinaries unpackedIn(Path cache) {
    String name = "postgres-%s-%s.txz".formatted(system(), processor());
    URL archive = PostgresBinaries.class.getResource("/" + name);
    if (archive == null) {
      throw new StartException("No PostgreSQL for this kind of machine: there is no " + name);
    }
    Path home = cache.resolve(versionOf(archive));
    try {
      if (!Files.isDirectory(home)) {
        Files.createDirectories(cache);
        Path unfinished = Files.createTempDirectory(cache, "unpacking-");
        unpack(archive, unfinished);
        publish(unfinished, home);
      }
      return new PostgresBinaries(home);
    } catch (IOException e) {
      throw new StartException("PostgreSQL cannot be unpacked into " + cache + ": " + e, e);
    }
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** Whoever unpacks at the same time makes the same files: the first to finish wins. */
  private static void publish(Path unfinished, Path home) throws IOException {
    try {
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      Folders.delete(unfinished);
      if (!Files.isDirectory(home)) {
        throw e;
      }
    }
  }

  private static void unpack(URL archive, Path folder) throws IOException {
    try (InputStream file = new BufferedInputStream(archive.openStream());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
          throw new IOException("the archive leads out of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.resolveSibling(""));
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make executable: " + path);
          }
        }
      }
    }
  }

  /** The name of the jar the archive is in, which holds its version. */
  private static String versionOf(URL archive) {
    String jar = archive.getPath().replaceFirst("\\.jar!.*", "");
    return jar.substring(jar.lastIndexOf('/') + 1);
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name;
  }

  private static String processor() {
    String name = System.getProperty("os.arch");
    return switch (name) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "arm_64";
      default -> name;
    };
  }
}
