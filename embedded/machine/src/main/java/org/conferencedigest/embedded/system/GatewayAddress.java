package org.conferencedigest.embedded.system;

import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Comparator;
import org.conferencedigest.embedded.FreePort;

/**
 * Where the gateway listens.
 *
 * @param listens an address of this machine, or the one that stands for all of them
 * @param named the host by which people find it
 */
public record GatewayAddress(InetAddress listens, String named, int port) {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  /**
   * Reached from this machine alone.
   *
   * @param port 0 for one that is free
   */
  public static GatewayAddress loopback(int port) {
    return new GatewayAddress(LOOPBACK, "localhost", known(port));
  }

  /**
   * Reached at an address of this machine.
   *
   * @param host a name or an address; of the one that stands for all, people get the first that
   *     other machines can reach
   * @param port 0 for one that is free
   * @throws UnknownHostException if this machine has no such address
   */
  public static GatewayAddress of(String host, int port) throws UnknownHostException {
    InetAddress listens = InetAddress.getByName(host);
    if (listens.isAnyLocalAddress()) {
      return new GatewayAddress(listens, firstForOthers(), known(port));
    }
    if (listens.equals(LOOPBACK)) {
      return loopback(port);
    }
    if (!isOfThisMachine(listens)) {
      throw new UnknownHostException(host);
    }
    return new GatewayAddress(listens, host, known(port));
  }

  /** True if other machines may reach it. */
  public boolean isShared() {
    return !listens.isLoopbackAddress();
  }

  /** The URL for people. */
  public URI forReaders() {
    return url(named);
  }

  /** The URL for this machine, which needs no name to be resolved. */
  public URI fromHere() {
    return url((listens.isAnyLocalAddress() ? LOOPBACK : listens).getHostAddress());
  }

  private URI url(String host) {
    boolean bare = host.contains(":") && !host.startsWith("[");
    return URI.create("http://" + (bare ? "[" + host + "]" : host) + ":" + port);
  }

  private static int known(int port) {
    return port == 0 ? FreePort.find() : port;
  }

  private static boolean isOfThisMachine(InetAddress address) {
    try {
      return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      throw unlisted(e);
    }
  }

  private static UncheckedIOException unlisted(SocketException e) {
    return new UncheckedIOException("this machine's addresses cannot be listed", e);
  }

  private static String firstForOthers() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .min(Comparator.comparing(address -> address instanceof Inet6Address))
          .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
          .orElse("localhost");
    } catch (SocketException e) {
      throw unlisted(e);
    }
  }
}
