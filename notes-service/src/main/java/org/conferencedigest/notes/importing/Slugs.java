package org.conferencedigest.notes.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.conferencedigest.events.Slug;

/** Slugs that are taken, and new ones beside them. */
final class Slugs {

  private final Set<String> taken;

  /** The next number to try behind a slug, so that many of one name cost no more than others. */
  private final Map<String, Integer> numbers = new HashMap<>();

  Slugs(Collection<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  void take(String slug) {
    taken.add(slug);
  }

  /** A slug that is not taken yet, and is now: that one, or that one with a number. */
  String unique(String slug) {
    String unique = slug;
    for (int i = numbers.getOrDefault(slug, 2); !taken.add(unique); i++) {
      String suffix = "-" + i;
      int room = Math.min(slug.length(), Slug.LONGEST - suffix.length());
      unique = slug.substring(0, room) + suffix;
      numbers.put(slug, i + 1);
    }
    return unique;
  }
}
