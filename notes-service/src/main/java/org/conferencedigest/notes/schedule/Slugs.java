package org.conferencedigest.notes.schedule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.conferencedigest.events.Slug;

/** Finds slugs that are free. */
final class Slugs {

  /** How long a slug is that is made of a title: people type it. */
  private static final int LONGEST = 80;

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  void take(String slug) {
    taken.add(slug);
  }

  /** A slug for a title, which is taken then: {@code lunch}, {@code lunch-2}, and so on. */
  String free(String title) {
    String slug = shortened(Slug.from(title));
    String free = slug;
    while (!taken.add(free)) {
      free = slug + "-" + counts.merge(slug, 2, (count, first) -> count + 1);
    }
    return free;
  }

  /** Whole words, unless that leaves little. */
  private static String shortened(String slug) {
    if (slug.length() <= LONGEST) {
      return slug;
    }
    int end = slug.lastIndexOf('-', LONGEST);
    if (end <= LONGEST / 2) {
      end = Character.isLowSurrogate(slug.charAt(LONGEST)) ? LONGEST - 1 : LONGEST;
    }
    return slug.substring(0, end);
  }
}
