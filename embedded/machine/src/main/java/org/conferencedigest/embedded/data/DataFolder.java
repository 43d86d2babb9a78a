package org.conferencedigest.embedded.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conferencedigest.embedded.Folders;

/**
 * A data folder while a machine runs on it: nobody else uses it until it is closed or this process
 * has ended.
 */
public final class DataFolder implements AutoCloseable {

  private static final String LOCK = "lock";

  private final Path path;
  private final FileLock lock;

  private DataFolder(Path path, FileLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Takes the folder, which is made if it is missing.
   *
   * @throws FolderInUseException if a machine runs on it
   */
  public static DataFolder take(Path path) throws FolderInUseException {
    Path folder = Folders.ownersAlone(path.toAbsolutePath().normalize());
    try {
      FileChannel file =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = file.tryLock();
      if (lock == null) {
        file.close();
        throw new FolderInUseException(folder);
      }
      Files.createDirectories(folder.resolve("logs"));
      return new DataFolder(folder.toRealPath(), lock);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the data folder " + folder, e);
    }
  }

  /**
   * Deletes the temporary data folders of machines that were killed before they could do so: those
   * that have been taken once and whose lock is free.
   */
  public static void deleteAbandoned() {
    for (Path folder : Folders.allTemporary()) {
      Path lock = folder.resolve(LOCK);
      if (Files.isWritable(lock)) {
        deleteIfFree(folder, lock);
      }
    }
  }

  private static void deleteIfFree(Path folder, Path lock) {
    try (FileChannel file = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = file.tryLock()) {
      if (held != null) {
        Folders.delete(folder);
      }
    } catch (IOException | UncheckedIOException e) {
      // Another start deletes it at the same time, or a part still ends in it: then the next will.
      System.err.println(folder + " stays for now: " + e.getMessage());
    }
  }

  public Path path() {
    return path;
  }

  public Path postgres() {
    return path.resolve("postgres");
  }

  public Path kafka() {
    return path.resolve("kafka");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  /** Where a part's log goes; the folder exists. */
  public Path log(String part) {
    return logs().resolve(part + ".log");
  }

  /**
   * Writes down where each part listens, for operators, as {@code addresses.properties}: only the
   * gateway has the same address at the next start.
   */
  public void addresses(Map<String, String> byPart) {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(byPart).forEach((part, address) -> lines.add(part + "=" + address));
    try {
      Files.write(path.resolve("addresses.properties"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to the data folder " + path, e);
    }
  }

  /** The key that signs this machine's tokens, made if there is none. */
  public LocalKey key() {
    return LocalKey.readOrMake(path);
  }

  /** The passwords of this machine's database, made if there are none. */
  public Passwords passwords() {
    return Passwords.readOrMake(path);
  }

  @Override
  public void close() {
    try {
      lock.channel().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
