package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Speaks to the gateway as a program would. */
record Api(HttpClient client, URI server, @Nullable String token) {

  static final String JSON = "application/json";
  static final String MARKDOWN = "text/markdown";
  static final String ZIP = "application/zip";

  static Api of(URI server) {
    return new Api(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build(),
        server,
        null);
  }

  /** The same door, with somebody at it. */
  Api as(@Nullable String somebodysToken) {
    return new Api(client, server, somebodysToken);
  }

  /** The same client at another door. */
  Api at(URI otherServer) {
    return new Api(client, otherServer, token);
  }

  Answer get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  Answer head(String path, String... headers) {
    return send("HEAD", path, null, headers);
  }

  Answer delete(String path, String... headers) {
    return send("DELETE", path, null, headers);
  }

  Answer put(String path, String type, String body, String... headers) {
    return send("PUT", path, body.getBytes(UTF_8), and(headers, "Content-Type", type));
  }

  Answer post(String path, String type, byte[] body, String... headers) {
    return send("POST", path, body, and(headers, "Content-Type", type));
  }

  /** The digest of a conference in a format, holding the write that this answer accepted. */
  Answer digestAfter(Answer write, String conference, String format) {
    return get(
        "/api/v1/conferences/" + conference + "/digest." + format,
        "Digest-After",
        write.header("Digest-After"),
        "Prefer",
        "wait=10");
  }

  Answer send(String method, String path, byte @Nullable [] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofMinutes(1))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      Answer answer =
          new Answer(method + " " + path, client.send(request.build(), BodyHandlers.ofByteArray()));
      Promises.check(answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String[] and(String[] headers, String name, String value) {
    String[] more = java.util.Arrays.copyOf(headers, headers.length + 2);
    more[headers.length] = name;
    more[headers.length + 1] = value;
    return more;
  }
}
