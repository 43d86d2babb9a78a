package org.conferencedigest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A service behind the gateway, as small as a test needs it. It remembers what it was asked. */
public final class FakeService implements AutoCloseable {

  /** Answers one request. */
  public interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  /** What it was asked. */
  public record Asked(String method, String target, Headers headers, String body) {

    public @Nullable String header(String name) {
      return headers.getFirst(name);
    }
  }

  private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  private FakeService(HttpServer server) {
    this.server = server;
  }

  public static FakeService start() {
    FakeService service = new FakeService(bind(0));
    service.serve();
    return service;
  }

  private static HttpServer bind(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Answers requests for a path, without its query, as the handler does. */
  public FakeService on(String path, Handler handler) {
    handlers.put(path, handler);
    return this;
  }

  /** Answers requests for a path with a text. */
  public FakeService on(String path, int status, String type, String text) {
    return on(path, exchange -> respond(exchange, status, type, text));
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it was asked so far. */
  public List<Asked> asked() {
    return asked;
  }

  /** What it was asked so far for a path, its query left out. */
  public List<Asked> asked(String path) {
    return asked.stream().filter(a -> a.target().split("\\?", 2)[0].equals(path)).toList();
  }

  /** Refuses connections from now on. */
  public void goDown() {
    server.stop(0);
  }

  /** Answers again, at the same address. */
  public void comeBack() {
    server = bind(server.getAddress().getPort());
    serve();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              new String(body, java.nio.charset.StandardCharsets.ISO_8859_1)));
      Handler handler = handlers.get(exchange.getRequestURI().getRawPath());
      if (handler == null) {
        respond(exchange, 404, "application/problem+json", "{\"status\":404}");
      } else {
        handler.handle(exchange);
      }
    }
  }

  public static void respond(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
