package org.conferencedigest.gateway.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The open streams of each conference. A stream that was added is found until it is removed, even
 * if it was added while the last one of its conference went.
 */
final class OpenStreams {

  private final ConcurrentMap<String, Set<LiveStream>> byConference = new ConcurrentHashMap<>();
  private final Supplier<Set<LiveStream>> sets;

  OpenStreams() {
    this(ConcurrentHashMap::newKeySet);
  }

  /**
   * @param sets makes sets that several threads may use
   */
  OpenStreams(Supplier<Set<LiveStream>> sets) {
    this.sets = sets;
  }

  void add(String conference, LiveStream stream) {
    byConference.compute(
        conference,
        (c, streams) -> {
          Set<LiveStream> all = streams == null ? sets.get() : streams;
          all.add(stream);
          return all;
        });
  }

  void remove(String conference, LiveStream stream) {
    byConference.computeIfPresent(
        conference,
        (c, streams) -> {
          streams.remove(stream);
          return streams.isEmpty() ? null : streams;
        });
  }

  boolean has(String conference) {
    return byConference.containsKey(conference);
  }

  /** Does something with each stream of a conference; none of it may add or remove one. */
  void forEach(String conference, Consumer<LiveStream> action) {
    Set<LiveStream> streams = byConference.get(conference);
    if (streams != null) {
      streams.forEach(action);
    }
  }

  /** Does something with each stream. */
  void forEach(Consumer<LiveStream> action) {
    byConference.values().forEach(streams -> streams.forEach(action));
  }
}
