package org.conferencedigest.notes.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.Slug;
import org.jspecify.annotations.Nullable;

/**
 * A part of a post: a heading with the blocks below it.
 *
 * @param slug of its heading, unique in the post
 * @param title its heading's words
 * @param date the day it is about, if its heading names one
 * @param blocks what stands below the heading, up to the next one
 */
record Part(String slug, String title, @Nullable LocalDate date, List<Block> blocks) {

  /** The parts of a post; what stands above the first heading is in none. */
  static List<Part> of(String text, List<Block> blocks, Collection<Integer> years) {
    List<Part> parts = new ArrayList<>();
    Set<String> slugs = new HashSet<>(Set.of(Review.UNLISTED));
    for (Block block : blocks) {
      if (block.kind() == Block.Kind.HEADING) {
        String title = title(block.in(text));
        parts.add(
            new Part(
                unique(Slug.from(title), slugs),
                title,
                DayHeading.read(title, years).orElse(null),
                new ArrayList<>()));
      } else if (!parts.isEmpty()) {
        parts.getLast().blocks().add(block);
      }
    }
    return parts;
  }

  private static String title(String heading) {
    String first = heading.strip().lines().findFirst().orElse("");
    return first.replaceAll("^#{1,6}\\s*|\\s+#*\\s*$", "").strip();
  }

  private static String unique(String slug, Set<String> taken) {
    String unique = slug;
    for (int i = 2; !taken.add(unique); i++) {
      String suffix = "-" + i;
      int room = Math.min(slug.length(), Slug.LONGEST - suffix.length());
      unique = slug.substring(0, room) + suffix;
    }
    return unique;
  }
}
