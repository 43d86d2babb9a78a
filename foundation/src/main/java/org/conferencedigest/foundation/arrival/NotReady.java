package org.conferencedigest.foundation.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Answers at a service's port as long as the service cannot: alive, but not ready. */
final class NotReady implements AutoCloseable {

  private static final String ALIVE = "{\"status\":\"UP\"}";
  private final @Nullable HttpServer server;
  private final byte[] waiting;

  private NotReady(@Nullable HttpServer server, String what) {
    this.server = server;
    this.waiting =
        """
        {"type":"https://conferencedigest.org/problems/starting","title":"Starting","status":503,\
        "detail":"This service waits for %s before it starts. Try again in a moment."}"""
            .formatted(what)
            .getBytes(UTF_8);
  }

  /**
   * Starts to answer.
   *
   * @param host the address that the service listens at; null for all addresses
   * @param port the service's own; nothing answers if it is none that is known before
   */
  static NotReady at(@Nullable String host, @Nullable Integer port, String what) {
    if (port == null || port <= 0) {
      return new NotReady(null, what);
    }
    try {
      InetSocketAddress address =
          host == null ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
      HttpServer server = HttpServer.create(address, 0);
      NotReady answers = new NotReady(server, what);
      server.createContext("/", answers::answer);
      server.start();
      return answers;
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " cannot be used: " + e.getMessage(), e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean alive = exchange.getRequestURI().getPath().equals("/health/liveness");
      byte[] body = alive ? ALIVE.getBytes(UTF_8) : waiting;
      exchange
          .getResponseHeaders()
          .set("Content-Type", alive ? "application/json" : "application/problem+json");
      exchange.getResponseHeaders().set("Connection", "close");
      if (!alive) {
        exchange.getResponseHeaders().set("Retry-After", "1");
      }
      boolean bodiless = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(alive ? 200 : 503, bodiless ? -1 : body.length);
      if (!bodiless) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
  }
}
