package org.conferencedigest.embedded.command;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.conferencedigest.embedded.client.Api;
import org.conferencedigest.embedded.client.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a digest into a file, which is replaced only by a whole one, or prints it. In a folder
 * the file gets the name that its format wants.
 */
record Export(String conference, Format format, @Nullable Path output, URI server) {

  int call() throws ApiException, IOException, MisuseException {
    if (output == null && format == Format.ZIP && isTerminal()) {
      throw new MisuseException(
          "A zip is nothing to read on a terminal: name a file with -o FILE.");
    }
    byte[] digest =
        new Api(server, null).get(Api.conference(conference) + "/" + format.path()).body();
    if (output == null) {
      System.out.write(digest);
      System.out.flush();
    } else {
      Path file =
          (Files.isDirectory(output) ? output.resolve(format.fileName(conference, digest)) : output)
              .toAbsolutePath();
      Path unfinished = Files.createTempFile(file.resolveSibling(""), ".digest-", "");
      try {
        Files.write(unfinished, digest);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    }
    return ExitCode.DONE;
  }

  @SuppressWarnings("SystemConsoleNull") // Whether it may be null depends on a module being there.
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
