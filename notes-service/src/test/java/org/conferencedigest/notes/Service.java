package org.conferencedigest.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestMachine;

/** A running notes service, spoken to over HTTP. */
public final class Service implements AutoCloseable {

  /** What callers send as their identity. */
  public static final String EDITOR = TestKey.bearer("eve", "editor");

  public static final String ANN = TestKey.bearer("ann", "author");
  public static final String BOB = TestKey.bearer("bob", "author");
  public static final String READER = TestKey.bearer("rob");
  public static final String NOBODY = "";

  private final EmbeddedServer server;
  private final Database database;
  private final HttpClient client = HttpClient.newHttpClient();

  private Service(EmbeddedServer server, Database database) {
    this.server = server;
    this.database = database;
  }

  /** A service on a database of its own, whose events stay in its outbox. */
  public static Service start() {
    return start(TestMachine.freshDatabase(), Map.of("outbox.relay", false));
  }

  /** A service on a given database. */
  public static Service start(Database database, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("micronaut.server.port", -1);
    all.put("micronaut.server.host", "127.0.0.1");
    all.put("identity.jwks-file", TestKey.JWKS.toString());
    all.put("datasources.default.url", database.url());
    all.put("datasources.default.username", database.user());
    all.put("datasources.default.password", database.password());
    all.putIfAbsent("kafka.bootstrap.servers", "127.0.0.1:1");
    all.putAll(settings);
    return new Service(ApplicationContext.run(EmbeddedServer.class, all), database);
  }

  public ApplicationContext context() {
    return server.getApplicationContext();
  }

  public Database database() {
    return database;
  }

  /** Sends JSON, or nothing; further headers are names and values in turn. */
  public Answer send(String method, String path, String who, String json, String... headers) {
    String[] all = new String[headers.length + (json.isEmpty() ? 0 : 2)];
    System.arraycopy(headers, 0, all, 0, headers.length);
    if (!json.isEmpty()) {
      all[headers.length] = "Content-Type";
      all[headers.length + 1] = "application/json";
    }
    return sendBytes(method, path, who, json.getBytes(UTF_8), all);
  }

  public Answer get(String path, String who, String... headers) {
    return send("GET", path, who, "", headers);
  }

  public Answer put(String path, String who, String json, String... headers) {
    return send("PUT", path, who, json, headers);
  }

  public Answer delete(String path, String who, String... headers) {
    return send("DELETE", path, who, "", headers);
  }

  public Answer putPage(String path, String who, String page) {
    return sendBytes("PUT", path, who, page.getBytes(UTF_8), "Content-Type", "text/markdown");
  }

  /** Sends nothing to an operators' route. */
  public Answer operate(String method, String path, String who) {
    return sendTo("/internal" + path, method, who, new byte[0]);
  }

  /** Sends bytes as they are. */
  public Answer sendBytes(String method, String path, String who, byte[] body, String... headers) {
    return sendTo("/api/v1/conferences" + path, method, who, body, headers);
  }

  private Answer sendTo(String path, String method, String who, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (!who.isEmpty()) {
      request.header("Authorization", who);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
