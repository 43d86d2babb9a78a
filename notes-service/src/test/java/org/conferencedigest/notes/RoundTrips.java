package org.conferencedigest.notes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.conferencedigest.embedded.Database;

/**
 * Stands between a service and its database, and counts how often the service speaks and waits for
 * an answer.
 */
final class RoundTrips implements AutoCloseable {

  private final ServerSocket server;
  private final Database database;
  private final String host;
  private final int port;
  private final AtomicInteger count = new AtomicInteger();

  private RoundTrips(ServerSocket server, Database database) {
    this.server = server;
    this.database = database;
    URI address = URI.create(database.url().substring("jdbc:".length()));
    this.host = address.getHost();
    this.port = address.getPort();
  }

  static RoundTrips to(Database database) {
    try {
      RoundTrips proxy =
          new RoundTrips(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), database);
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The database, by this detour. */
  Database database() {
    return new Database(
        database
            .url()
            .replace(
                host + ":" + port + "/",
                server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + "/"),
        database.user(),
        database.password());
  }

  /** How many there were since the last call. */
  int take() {
    return count.getAndSet(0);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Socket backend = new Socket(host, port);
        client.setTcpNoDelay(true);
        backend.setTcpNoDelay(true);
        Turn turn = new Turn();
        Thread.ofVirtual().start(() -> copy(client, backend, () -> turn.speaks(count)));
        Thread.ofVirtual().start(() -> copy(backend, client, turn::listens));
      } catch (IOException e) {
        return; // closed: the test is over
      }
    }
  }

  private static void copy(Socket from, Socket to, Runnable before) {
    byte[] buffer = new byte[65_536];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        before.run();
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      return; // one of both hung up
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whose turn it is on one connection. */
  private static final class Turn {

    private boolean waiting;

    synchronized void speaks(AtomicInteger count) {
      if (!waiting) {
        count.incrementAndGet();
      }
      waiting = true;
    }

    synchronized void listens() {
      waiting = false;
    }
  }
}
