package org.conferencedigest.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What a JVM kept of an earlier run, from which its next start is shorter: classes it loaded, and
 * what it learnt of its methods. It fits one build of a module and no other.
 *
 * @param module the folder it is built in
 */
public record Archive(String module) {

  /** Whether there is one, of this build. */
  public boolean isFresh() {
    try {
      return Files.exists(file())
          && Files.getLastModifiedTime(file())
                  .compareTo(Files.getLastModifiedTime(Installation.here().jar(module)))
              > 0;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + file(), e);
    }
  }

  /** Where it is, for a JVM that begins with it. */
  public Path file() {
    return Installation.here().target(module).resolve("start.aot");
  }

  /** Where a JVM writes a new one, which is not whole before that JVM has ended. */
  public Path draft() {
    return file().resolveSibling("start.aot.draft");
  }

  /** Makes the draft the archive; says whether there was one. */
  public boolean adopt() {
    if (!Files.exists(draft())) {
      return false;
    }
    try {
      Files.move(draft(), file(), StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot move " + draft(), e);
    }
  }

  /** Deletes a draft that will not be finished. */
  public void discard() {
    try {
      Files.deleteIfExists(draft());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + draft(), e);
    }
  }
}
