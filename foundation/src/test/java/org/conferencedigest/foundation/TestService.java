package org.conferencedigest.foundation;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A service made of the foundation and a test's own controllers, spoken to over HTTP. */
public final class TestService implements AutoCloseable {

  public static final TestKey KEY = TestKey.generate("test");

  private final EmbeddedServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestService(EmbeddedServer server) {
    this.server = server;
  }

  /** Starts a service with the controllers that require {@code test.service} to be this name. */
  public static TestService start(String name, Map<String, ?> settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("test.service", name);
    all.put("micronaut.server.port", -1);
    all.put("identity.jwks-file", KEY.jwksFile().toString());
    all.putAll(settings);
    return new TestService(ApplicationContext.run(EmbeddedServer.class, all));
  }

  public ApplicationContext context() {
    return server.getApplicationContext();
  }

  public URI uri(String path) {
    return URI.create("http://localhost:" + server.getPort() + path);
  }

  public int port() {
    return server.getPort();
  }

  /** Sends a request without content; the headers are names and values in turn. */
  public HttpResponse<String> send(String method, String path, String... headers) {
    return send(method, path, BodyPublishers.noBody(), headers);
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  public HttpResponse<String> postJson(String path, String body) {
    return send("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
  }

  public HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The value of a header that is there. */
  public static String header(HttpResponse<?> response, String name) {
    return Objects.requireNonNull(
        response.headers().firstValue(name).orElse(null), () -> "no header " + name);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
