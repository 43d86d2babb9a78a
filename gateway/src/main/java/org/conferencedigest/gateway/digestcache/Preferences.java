package org.conferencedigest.gateway.digestcache;

import io.micronaut.http.HttpRequest;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code Prefer: wait=N} (RFC 7240, section 4.3). */
final class Preferences {

  static final String HEADER = "Prefer";

  private static final Pattern WAIT =
      Pattern.compile(
          "(?:^|[,\\s])wait\\s*=\\s*\"?(\\d{1,9})\"?(?=$|[,;\\s])", Pattern.CASE_INSENSITIVE);

  private Preferences() {}

  /** How long a client is willing to wait. */
  static Duration wait(HttpRequest<?> request, Duration unsaid, Duration most) {
    Matcher matcher = WAIT.matcher(String.join(",", request.getHeaders().getAll(HEADER)));
    if (!matcher.find()) {
      return unsaid;
    }
    Duration wait = Duration.ofSeconds(Long.parseLong(matcher.group(1)));
    return wait.compareTo(most) < 0 ? wait : most;
  }
}
