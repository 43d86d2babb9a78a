package org.conferencedigest.gateway.route;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The services behind the gateway, by name. */
@Singleton
public final class Upstreams {

  private final Map<String, Upstream> byName;

  /**
   * @throws IllegalArgumentException if a route leads to a service that is not configured
   */
  Upstreams(List<Upstream> upstreams, List<Route> routes) {
    this.byName = upstreams.stream().collect(Collectors.toMap(Upstream::name, Function.identity()));
    routes.forEach(route -> get(route.upstream()));
  }

  /** The service of that name. */
  public Upstream get(String name) {
    Upstream upstream = byName.get(name);
    if (upstream == null) {
      throw new IllegalArgumentException(
          "no service " + name + "; set micronaut.http.services." + name + ".url");
    }
    return upstream;
  }
}
