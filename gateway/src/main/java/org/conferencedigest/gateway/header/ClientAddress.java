package org.conferencedigest.gateway.header;

import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Who is at the other end, as far as it can be known. */
final class ClientAddress {

  private final int trustedProxies;

  ClientAddress(int trustedProxies) {
    this.trustedProxies = trustedProxies;
  }

  /**
   * The address of the client: that of the connection, or with n trusted proxies the n-th from the
   * right of what {@code X-Forwarded-For} lists. What stands left of that the client may have
   * written itself.
   */
  String of(SocketAddress connection, List<String> forwardedFor) {
    if (trustedProxies > 0) {
      List<String> hops = new ArrayList<>();
      for (String value : forwardedFor) {
        for (String hop : value.split(",", -1)) {
          hops.add(hop.strip());
        }
      }
      if (!hops.isEmpty()) {
        String hop = hops.get(Math.max(0, hops.size() - trustedProxies));
        if (NetUtil.isValidIpV4Address(hop) || NetUtil.isValidIpV6Address(hop)) {
          return hop;
        }
      }
    }
    return connection instanceof InetSocketAddress inet && inet.getAddress() != null
        ? NetUtil.toAddressString(inet.getAddress())
        : "unknown";
  }
}
