package org.conferencedigest.gateway.header;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Headers by which a client could pass for somebody or something else: the gateway sets them
 * itself, or nobody does. A request id of the client is not kept either: it stands in logs, and two
 * requests with one id would make them lie.
 */
final class Forgeries {

  private static final Set<String> NAMES =
      Set.of(
          "forwarded",
          "via",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "true-client-ip",
          "cf-connecting-ip",
          "x-request-id",
          "x-correlation-id",
          "x-committed-at",
          "x-original-url",
          "x-rewrite-url",
          "x-http-method",
          "x-http-method-override",
          "x-method-override",
          "x-user",
          "x-subject",
          "x-roles",
          "remote-user",
          "traceparent",
          "tracestate",
          "baggage",
          "b3",
          "uber-trace-id",
          "x-amzn-trace-id",
          "x-cloud-trace-context",
          // httpoxy: becomes HTTP_PROXY in the environment of what was started by CGI
          "proxy");

  private static final List<String> PREFIXES =
      List.of(
          "x-forwarded", "x-b3-", "x-ot-", "x-internal-", "x-auth-", "x-identity-", "ce_", "ce-");

  private Forgeries() {}

  static void stripFrom(HttpHeaders headers) {
    List<String> forged = new ArrayList<>(0);
    for (var header : headers) {
      if (isForgery(header.getKey())) {
        forged.add(header.getKey());
      }
    }
    forged.forEach(headers::remove);
  }

  private static boolean isForgery(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (NAMES.contains(lower)) {
      return true;
    }
    for (String prefix : PREFIXES) {
      if (lower.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
