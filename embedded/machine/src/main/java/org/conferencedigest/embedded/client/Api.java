package org.conferencedigest.embedded.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Requests to one server, on behalf of the bearer of a token or of nobody in particular. */
public final class Api {

  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
  private static final Duration ANSWER_PATIENCE = Duration.ofMinutes(5);

  private final URI server;
  private final @Nullable String token;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_PATIENCE)
          .build();

  /**
   * Nothing is sent yet.
   *
   * @param server its address, without the path of the API
   */
  public Api(URI server, @Nullable String token) {
    this.server = server;
    this.token = token;
  }

  /** The path of something that belongs to a conference. */
  public static String conference(String slug) {
    return "/api/v1/conferences/" + encoded(slug);
  }

  /** A name as a segment of a path or a value of a query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** See {@link #send}. */
  public Answer get(String path, String... headers) throws ApiException {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  /** See {@link #send}. */
  public Answer put(String path, String contentType, byte[] body) throws ApiException {
    return send("PUT", path, BodyPublishers.ofByteArray(body), "Content-Type", contentType);
  }

  /** See {@link #send}. */
  public Answer post(String path, String contentType, byte[] body) throws ApiException {
    return send("POST", path, BodyPublishers.ofByteArray(body), "Content-Type", contentType);
  }

  /**
   * The same, telling how far it is.
   *
   * @param sent told of each piece how many bytes it has
   */
  public Answer post(String path, String contentType, byte[] body, IntConsumer sent)
      throws ApiException {
    return send("POST", path, new CountedBody(body, sent), "Content-Type", contentType);
  }

  /**
   * Sends a request and returns what a server said that did what it was asked for.
   *
   * @throws ApiException if it refused, or cannot be reached
   */
  private Answer send(String method, String path, BodyPublisher body, String... headers)
      throws ApiException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path)).timeout(ANSWER_PATIENCE).method(method, body);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 != 2) {
        throw ApiException.refused(response.statusCode(), response.body());
      }
      return new Answer(
          response.body(), response.headers().firstValue("Digest-After").orElse(null));
    } catch (IOException e) {
      throw ApiException.unreachable(server, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.unreachable(server, e);
    }
  }

  /**
   * What came back.
   *
   * @param digestAfter after a write, what a later read of the digest may wait for
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // Bytes on their way to a file; nobody compares answers.
  public record Answer(byte[] body, @Nullable String digestAfter) {

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }
}
