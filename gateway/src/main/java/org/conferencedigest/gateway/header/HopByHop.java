package org.conferencedigest.gateway.header;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Headers that are for the next hop only (RFC 9110, section 7.6.1). */
public final class HopByHop {

  private static final Set<String> ALWAYS =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authentication-info",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** Naming these in Connection does not make them disappear: it would change what is meant. */
  private static final Set<String> NEVER =
      Set.of(
          "authorization", "content-length", "content-type", "host", "if-match", "if-none-match");

  private HopByHop() {}

  /**
   * The names, in lower case, of those headers of a message that must not be sent on: the known
   * ones, and what its {@code Connection} header lists.
   */
  public static Set<String> of(List<String> connection) {
    if (connection.isEmpty()) {
      return ALWAYS;
    }
    Set<String> names = new TreeSet<>(ALWAYS);
    for (String value : connection) {
      for (String option : value.split(",", -1)) {
        String name = option.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !NEVER.contains(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /**
   * Takes from a request what is not to be sent on. What this hop itself lives by stays, and is
   * left out when the request is copied: {@code Connection: close} and {@code Transfer-Encoding}.
   */
  static void stripFrom(HttpHeaders headers) {
    for (String name : of(headers.getAll(HttpHeaderNames.CONNECTION))) {
      if (!name.equals("connection") && !name.equals("transfer-encoding")) {
        headers.remove(name);
      }
    }
  }
}
