package org.conferencedigest.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A gateway with fake services behind it, and ways to ask it. */
public final class RunningGateway implements AutoCloseable {

  private final FakeService notes = FakeService.start();
  private final FakeService summary = FakeService.start();
  private final EmbeddedServer server;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private RunningGateway(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("micronaut.server.port", -1);
    all.put("micronaut.server.host", "127.0.0.1");
    all.put("identity.jwks-file", TestIdentity.jwksFile());
    all.put("micronaut.http.services.notes.url", notes.url());
    all.put("micronaut.http.services.summary.url", summary.url());
    all.put("micronaut.http.services.summary-waiting.url", summary.url());
    all.putAll(settings);
    this.server = ApplicationContext.run(EmbeddedServer.class, all);
  }

  public static RunningGateway start() {
    return start(Map.of());
  }

  public static RunningGateway start(Map<String, Object> settings) {
    return new RunningGateway(settings);
  }

  public FakeService notes() {
    return notes;
  }

  public FakeService summary() {
    return summary;
  }

  public <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  public EmbeddedServer server() {
    return server;
  }

  public URI uri(String target) {
    return URI.create("http://127.0.0.1:" + server.getPort() + target);
  }

  public HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(uri(target)).timeout(Duration.ofSeconds(20));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpClient client() {
    return client;
  }

  /** Reads a target; headers as name, value, name, value. */
  public HttpResponse<String> get(String target, String... headers) {
    HttpRequest.Builder request = request(target);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** Sends bytes as they are, and reads until the server closes the connection. */
  public String raw(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    notes.close();
    summary.close();
  }
}
