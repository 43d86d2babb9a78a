package org.conferencedigest.gateway.limit;

import io.netty.util.NetUtil;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Whose an address is. */
final class Network {

  /** A subscriber of IPv6 has a whole network, and could send each request from another address. */
  private static final int SUBSCRIBER_BYTES = 8;

  private Network() {}

  /** The address itself, or the /64 network of an IPv6 address. */
  static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    byte @Nullable [] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    return bytes != null && bytes.length == 16
        ? HexFormat.of().formatHex(bytes, 0, SUBSCRIBER_BYTES) + "/64"
        : address;
  }
}
