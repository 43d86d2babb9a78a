package org.conferencedigest.embedded.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.conferencedigest.embedded.client.Api;
import org.conferencedigest.embedded.client.ApiException;
import org.conferencedigest.embedded.client.Content;
import org.conferencedigest.embedded.client.UnknownContentException;
import org.conferencedigest.embedded.data.LocalKey;
import org.jspecify.annotations.Nullable;

/**
 * Sends content to a server and prints what it reports.
 *
 * @param query how a programme is to be imported; empty: as usual
 */
record Import(
    Path path, String conference, String query, URI server, @Nullable String token, Clock clock) {

  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

  int call() throws IOException, ApiException, MisuseException, UnknownContentException {
    if (!Files.exists(path)) {
      throw new MisuseException("There is no " + path);
    }
    Content content = Content.read(path);
    if (!query.isEmpty() && !content.isProgramme()) {
      throw new MisuseException(
          "--dry-run, --apply and --replace are for programmes and recordings; this is neither: "
              + path);
    }
    System.err.printf(
        "Sending %d %s (%,d KiB) to %s%n",
        content.files(),
        content.files() == 1 ? "file" : "files",
        (content.body().length + 1023) / 1024,
        server);
    Content asked = content.with(query);
    Api.Answer answer;
    Consumer<String> terminal = System.err::println;
    try (Waiting waiting = new Waiting(terminal, asked.body().length)) {
      answer =
          new Api(server, editorsToken())
              .post(
                  Api.conference(conference) + asked.path(),
                  asked.contentType(),
                  asked.body(),
                  waiting::sent);
    }
    System.out.println(new Report(answer.text()).lines());
    return ExitCode.DONE;
  }

  /** The local key's tokens are for the server of this machine; no other is to see one. */
  private @Nullable String editorsToken() throws IOException {
    if (token != null || !InetAddress.getByName(server.getHost()).isLoopbackAddress()) {
      return token;
    }
    return LocalKey.read(Digest.defaultFolder())
        .map(key -> key.token("import", "editor", clock.instant(), TOKEN_LIFE))
        .orElse(null);
  }
}
