package org.conferencedigest.summary.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Events to apply together: of each entity the one with the highest version, by conference, in a
 * stable order.
 *
 * @param byConference the events that count
 */
public record Batch(SortedMap<String, List<Arrival>> byConference) {

  public static Batch of(Collection<Arrival> arrivals) {
    Map<EntityKey, Arrival> newest = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      newest.merge(
          arrival.key(), arrival, (a, b) -> b.event().version() > a.event().version() ? b : a);
    }
    SortedMap<String, List<Arrival>> byConference = new TreeMap<>();
    for (Arrival arrival : newest.values()) {
      byConference
          .computeIfAbsent(arrival.event().conference(), c -> new ArrayList<>())
          .add(arrival);
    }
    return new Batch(byConference);
  }

  public boolean isEmpty() {
    return byConference.isEmpty();
  }
}
