package org.conferencedigest.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback address for this process and those it starts.
 *
 * <p>Ports are parted into blocks. A process owns a block by listening at its first port, and gives
 * out the others, so that no two processes that ask here are given the same one, however late it is
 * used; the kernel frees the block when the process ends. The blocks are below the ports that
 * systems give by themselves to outgoing connections.
 */
public final class FreePort {

  private static final int FIRST = 20_000;
  private static final int BLOCKS = 625;
  private static final int SIZE = 16;

  /** Open as long as this process lives. */
  private static final List<ServerSocket> OWNED = new ArrayList<>();

  private static int next;
  private static int end;

  private FreePort() {}

  /**
   * Returns a port that nobody listens on, and that is given out once.
   *
   * <p>A program that asks the system for just this port can still take it.
   */
  public static synchronized int find() {
    try {
      while (true) {
        if (next == end) {
          takeBlock();
        }
        int port = next++;
        if (isFree(port)) {
          return port;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on the loopback address", e);
    }
  }

  private static void takeBlock() throws IOException {
    int offset = ThreadLocalRandom.current().nextInt(BLOCKS);
    for (int i = 0; i < BLOCKS; i++) {
      int first = FIRST + (offset + i) % BLOCKS * SIZE;
      if (own(first)) {
        next = first + 1;
        end = first + SIZE;
        return;
      }
    }
    throw new BindException("each of %d blocks has an owner".formatted(BLOCKS));
  }

  /** Listens at the port, unless somebody else does. */
  private static boolean own(int port) throws IOException {
    try {
      OWNED.add(listen(port));
      return true;
    } catch (BindException e) {
      return false;
    }
  }

  private static boolean isFree(int port) throws IOException {
    try (ServerSocket _ = listen(port)) {
      return true;
    } catch (BindException e) {
      return false;
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
