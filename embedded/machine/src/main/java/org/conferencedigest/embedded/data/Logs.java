package org.conferencedigest.embedded.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Log files that others append to.
 *
 * @param folder what holds them, as {@code *.log}
 * @param bytes how large one may grow before it is begun anew; what it held stays as {@code
 *     *.log.1}
 */
public record Logs(Path folder, long bytes) {

  /**
   * Begins those anew that have grown too large. Whoever appends goes on in the same file; lines
   * written in this moment can be lost.
   */
  public void trim() {
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.log")) {
      for (Path log : logs) {
        if (Files.size(log) > bytes) {
          Path former = log.resolveSibling(log.getFileName() + ".1");
          Files.copy(log, former, StandardCopyOption.REPLACE_EXISTING);
          FileChannel.open(log, StandardOpenOption.WRITE).truncate(0).close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot trim the logs in " + folder, e);
    }
  }
}
