package org.conferencedigest.gateway.desk;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.gateway.header.HeaderSettings;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests that pages of this site make from those that pages of other sites make, by what
 * the browser says and the host that it asked for, whatever name people open the site by.
 *
 * <p>A gateway that is bound to one machine, since it listens on loopback only or its public URL is
 * that of localhost, answers to an IP address, to localhost and to the configured names only: a
 * page whose own name was made to lead to this machine (DNS rebinding) would otherwise pass for one
 * of this site.
 */
@Singleton
final class OwnOrigin {

  private static final String SETTING = "DIGEST_OTHER_ORIGINS";
  private static final String ORIGIN = "https?://[^\\s,/]{1,255}";
  private static final String IP_ADDRESS = "\\[[0-9a-f:.]+]|[0-9]{1,3}(\\.[0-9]{1,3}){3}";

  private final Set<String> origins;
  private final Set<String> hosts;
  private final boolean bound;

  OwnOrigin(HeaderSettings settings, @Value("${micronaut.server.host}") String listensOn) {
    URI publicUrl = settings.publicUrl();
    List<URI> own =
        Stream.concat(
                Stream.of(publicUrl),
                settings.otherOrigins().stream()
                    .map(String::strip)
                    .filter(origin -> !origin.isEmpty())
                    .map(URI::create))
            .toList();
    this.origins = own.stream().map(OwnOrigin::origin).collect(Collectors.toUnmodifiableSet());
    this.hosts =
        own.stream()
            .map(url -> host(url.getRawAuthority()))
            .collect(Collectors.toUnmodifiableSet());
    this.bound = isLoopback(host(publicUrl.getRawAuthority())) || isLoopback(host(listensOn));
  }

  /**
   * Lets a request pass if the browser says that a page of this site sent it: by {@code
   * Sec-Fetch-Site}, or by an {@code Origin} (RFC 6454) that is a configured one, or that of the
   * host that was asked. A client that says neither is none of our pages.
   *
   * @throws ProblemException 403, with what to set if the request is one of this site after all
   */
  void require(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (bound && (host == null || !isOwnHost(host(host)))) {
      throw ProblemException.forbidden(
          "This site belongs to the machine it runs on, and is not known by the name in this"
              + " request's address. If people open it by that name, "
              + toSet(origin));
    }
    if (!isOwn(request, origin, host)) {
      throw ProblemException.forbidden(
          "This request was not made by a page of this site. Open the desk at /write and try"
              + " there. If the page is one of this site, behind a proxy that changes Host, "
              + toSet(origin));
    }
  }

  private static String toSet(@Nullable String origin) {
    String address = origin != null && origin.matches(ORIGIN) ? origin : "the address they open";
    return "set " + SETTING + " of the gateway to " + address + ".";
  }

  private boolean isOwnHost(String host) {
    return isLoopback(host) || hosts.contains(host) || host.matches(IP_ADDRESS);
  }

  private boolean isOwn(HttpRequest<?> request, @Nullable String origin, @Nullable String host) {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    if ("same-origin".equals(site)) {
      return true;
    }
    if (origin == null) {
      return false;
    }
    String sent = origin.toLowerCase(Locale.ROOT);
    return origins.contains(sent)
        || (!"cross-site".equals(site) && !"same-site".equals(site) && isAsked(sent, host));
  }

  private static boolean isAsked(String origin, @Nullable String host) {
    return host != null
        && (origin.equalsIgnoreCase("http://" + host)
            || origin.equalsIgnoreCase("https://" + host));
  }

  private static String origin(URI url) {
    return (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
  }

  /** The host of an authority, without its port and the dot of its root. */
  private static String host(String authority) {
    return authority
        .toLowerCase(Locale.ROOT)
        .replaceFirst("(?<=[^:]):[0-9]*$", "")
        .replaceFirst("\\.$", "");
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.matches("127(\\.[0-9]{1,3}){3}")
        || host.equals("[::1]")
        || host.equals("::1");
  }
}
