package org.conferencedigest.embedded;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A service that says 200 to everything, where the machine tells it to listen. */
public final class StandIn {

  private StandIn() {}

  public static void serve() throws IOException {
    int port = Integer.parseInt(System.getenv("DIGEST_HTTP_PORT"));
    String host = System.getenv("DIGEST_HTTP_HOST");
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] answer = "{\"added\":[\"a page\"]}".getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }
}
