package org.conferencedigest.summary.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.revision.Edition;
import org.conferencedigest.summary.revision.Editions;

/** An instance of the service, spoken to over HTTP. */
public final class Instance implements AutoCloseable {

  private final EmbeddedServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Instance(EmbeddedServer server) {
    this.server = server;
  }

  /** Starts an instance with a consumer group of that name. */
  public static Instance start(Database database, String kafka, String group) {
    return start(database, kafka, group, Map.of());
  }

  /** As {@link #start(Database, String, String)}, with other settings on top. */
  public static Instance start(
      Database database, String kafka, String group, Map<String, Object> others) {
    Map<String, Object> settings = new HashMap<>(settings(database, kafka, group));
    settings.putAll(others);
    return new Instance(ApplicationContext.run(EmbeddedServer.class, settings, "test"));
  }

  /** Settings by which an instance finds a database and a broker. */
  public static Map<String, Object> settings(Database database, String kafka, String group) {
    return Map.of(
        "datasources.default.url",
        database.url(),
        "datasources.default.username",
        database.user(),
        "datasources.default.password",
        database.password(),
        "kafka.bootstrap.servers",
        kafka,
        "digest.intake.group",
        group,
        "identity.jwks-file",
        Tokens.keys().toString(),
        "micronaut.server.port",
        -1);
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() == 200
          && response.request().method().equals("GET")
          && response.headers().firstValue("Digest-Revision").isPresent()
          && response.headers().firstValue("Content-Type").orElse("").equals("application/json")) {
        DigestSchema.check(response.body());
      }
      return response;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.getURL() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  /** The digest in a format; empty if there is none. */
  public String digest(String conference, Format format) {
    return bean(Editions.class)
        .newest(conference)
        .flatMap(Edition::written)
        .map(digest -> digest.in(format).text())
        .orElse("");
  }

  /** The number of the digest's revision. */
  public long revision(String conference) {
    return bean(Editions.class)
        .newest(conference)
        .map(edition -> edition.head().revision())
        .orElse(0L);
  }

  public <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  @Override
  public void close() {
    server.close();
  }
}
