package org.conferencedigest.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's data folder, and what the server says about itself in it.
 *
 * @param path the folder; PostgreSQL insists that only its owner may enter it
 */
record PostgresFolder(Path path) {

  private static final Duration END_PATIENCE = Duration.ofSeconds(10);
  private static final int STATUS_LINE = 7;

  boolean isInitialized() {
    return Files.exists(path.resolve("PG_VERSION"));
  }

  /**
   * Makes a cluster whose superuser is {@code postgres} and where nobody enters without password.
   *
   * <p>It gets its name when it is whole, so that a crash leaves no half of one to be started on.
   * What a crash does leave lies beside it, and goes with the next start or with the data.
   */
  void initialize(PostgresBinaries binaries, String password, Path log) {
    Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
    Folders.delete(unfinished);
    Folders.ownersAlone(unfinished);
    Path passwordFile = path.resolveSibling(path.getFileName() + ".password");
    Folders.delete(passwordFile);
    try {
      Files.createFile(
          passwordFile,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(passwordFile, password);
      Process initdb =
          new ProcessBuilder(
                  unprivileged(
                      binaries.program("initdb"),
                      "--pgdata=" + unfinished,
                      "--username=postgres",
                      "--pwfile=" + passwordFile,
                      "--auth=scram-sha-256",
                      "--encoding=UTF8",
                      "--locale-provider=builtin",
                      "--builtin-locale=C.UTF-8",
                      "--locale=C",
                      "--no-instructions"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (initdb.waitFor() != 0) {
        throw new StartException("PostgreSQL's data folder cannot be made; see " + log);
      }
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted while making PostgreSQL's data folder", e);
    } finally {
      Folders.delete(passwordFile);
    }
  }

  /** True once the server with this process id accepts connections. */
  boolean isServedBy(long pid) {
    List<String> lines = pidFile();
    return lines.size() > STATUS_LINE
        && lines.getFirst().strip().equals(String.valueOf(pid))
        && lines.get(STATUS_LINE).strip().equals("ready");
  }

  /** Ends the server that a crash of its starter may have left on this folder. */
  void endLeftover() {
    Optional<ProcessHandle> leftover =
        pidFile().stream()
            .findFirst()
            .map(line -> Long.parseLong(line.strip()))
            .flatMap(ProcessHandle::of)
            .filter(
                handle -> handle.info().command().filter(c -> c.endsWith("/postgres")).isPresent());
    leftover.ifPresent(
        handle -> {
          handle.destroyForcibly();
          Deadline.in(END_PATIENCE).await(() -> !handle.isAlive());
        });
  }

  private List<String> pidFile() {
    try {
      return Files.readAllLines(path.resolve("postmaster.pid"));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * PostgreSQL refuses to be root. In a user namespace of its own, root is nobody in particular,
   * and its files stay its files.
   */
  static List<String> unprivileged(String... command) {
    List<String> whole = new ArrayList<>();
    if (Shell.isRoot()) {
      whole.addAll(List.of("unshare", "--user"));
    }
    whole.addAll(List.of(command));
    return whole;
  }
}
