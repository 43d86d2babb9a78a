package org.conferencedigest.gateway.route;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes there are, in their order. */
@Singleton
public final class Routes {

  private record Entry(PathPattern pattern, Route route) {}

  private final List<Entry> entries;

  Routes(List<Route> routes) {
    this.entries =
        routes.stream()
            .sorted(Comparator.comparing(Route::index))
            .map(route -> new Entry(new PathPattern(route.pattern()), route))
            .toList();
  }

  /** The route of a path; null if the gateway itself is to answer. */
  public @Nullable Route find(String path) {
    for (Entry entry : entries) {
      if (entry.pattern().matches(path)) {
        return entry.route();
      }
    }
    return null;
  }
}
