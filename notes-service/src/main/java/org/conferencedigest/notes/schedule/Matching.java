package org.conferencedigest.notes.schedule;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.conferencedigest.events.Slug;
import org.conferencedigest.notes.schedule.programme.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Finds the talk that an item of a file is: by GUID, then id, then code, then slug, then title and
 * start. An item that its file does not tell apart by anything but its words may also have moved:
 * then a title that only one item and one talk has is enough.
 */
final class Matching {

  private final Map<Item, Known> found = new LinkedHashMap<>();
  private final Set<Item> items;
  private final Set<Known> talks;

  /** An item with its start on the conference's clocks. */
  record Item(
      org.conferencedigest.notes.schedule.programme.Session session,
      org.conferencedigest.notes.schedule.programme.Told told) {

    Identity identity() {
      return session.identity();
    }
  }

  private record Words(String title, @Nullable LocalDateTime start, @Nullable String room) {}

  private Matching(Collection<Item> items, Collection<Known> talks) {
    this.items = new LinkedHashSet<>(items);
    this.talks = new LinkedHashSet<>(talks);
  }

  /** The talk that each item is; items that are none are left out. */
  static Map<Item, Known> of(List<Item> items, List<Known> talks) {
    Matching matching = new Matching(items, talks);
    matching.by(item -> item.identity().guid(), talk -> talk.identity().guid());
    matching.by(item -> item.identity().id(), talk -> talk.identity().id());
    matching.by(item -> item.identity().code(), talk -> talk.identity().code());
    matching.by(item -> item.identity().slug(), talk -> talk.identity().slug());
    matching.by(Matching::slug, Matching::slug);
    for (boolean inRoom : new boolean[] {true, false}) {
      matching.by(
          item -> words(item.told().title(), item.told().start(), item.told().room(), inRoom),
          talk -> words(talk.row().title(), talk.row().startsAt(), talk.row().room(), inRoom));
      // What the file before it said: a talk that was retitled or moved by hand is still found.
      matching.by(
          item -> words(item.told().title(), item.told().start(), item.told().room(), inRoom),
          talk ->
              talk.origin()
                  .map(
                      from ->
                          words(
                              from.told().title(), from.told().start(), from.told().room(), inRoom))
                  .orElse(null));
    }
    matching.byTitleAlone();
    return matching.found;
  }

  private static @Nullable Words words(
      String title, @Nullable LocalDateTime start, @Nullable String room, boolean inRoom) {
    return start == null && inRoom ? null : new Words(plain(title), start, inRoom ? room : null);
  }

  private static String plain(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** A talk that was written by hand is known by its own slug. */
  private static @Nullable String slug(Known talk) {
    return talk.origin().isPresent() ? null : talk.row().slug();
  }

  private static @Nullable String slug(Item item) {
    String slug = item.identity().slug();
    return slug == null ? null : Slug.from(slug);
  }

  /** Matches what has the same key; of several, the first with the first. */
  private <K> void by(
      Function<Item, @Nullable K> keyOfItem, Function<Known, @Nullable K> keyOfTalk) {
    Map<K, Deque<Known>> byKey = new HashMap<>();
    for (Known talk : talks) {
      K key = keyOfTalk.apply(talk);
      if (key != null) {
        byKey.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(talk);
      }
    }
    for (Item item : List.copyOf(items)) {
      K key = keyOfItem.apply(item);
      Deque<Known> candidates = key == null ? null : byKey.get(key);
      if (candidates != null && !candidates.isEmpty()) {
        match(item, candidates.removeFirst());
      }
    }
  }

  private void byTitleAlone() {
    Map<String, Optional<Known>> byTitle = new HashMap<>();
    for (Known talk : talks) {
      if (talk.identity().isNone()) {
        byTitle.merge(
            plain(talk.row().title()), Optional.of(talk), (one, other) -> Optional.empty());
      }
    }
    Map<String, Optional<Item>> items = new LinkedHashMap<>();
    for (Item item : this.items) {
      if (item.identity().isNone()) {
        items.merge(
            plain(item.told().title()), Optional.of(item), (one, other) -> Optional.empty());
      }
    }
    items.forEach(
        (title, item) -> {
          Optional<Known> talk = byTitle.getOrDefault(title, Optional.empty());
          if (item.isPresent() && talk.isPresent()) {
            match(item.get(), talk.get());
          }
        });
  }

  private void match(Item item, Known talk) {
    found.put(item, talk);
    items.remove(item);
    talks.remove(talk);
  }
}
