package org.conferencedigest.notes.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.Slug;
import org.conferencedigest.notes.recognition.TalkReader;
import org.jspecify.annotations.Nullable;

/**
 * A part of a post: a heading with the blocks below it.
 *
 * @param slug of its heading, unique in the post
 * @param title its heading's words, without marks
 * @param date the day it is about, if its heading names one
 * @param heading null for what stands above the first heading
 * @param blocks what stands below the heading, up to the next one
 */
record Part(
    String slug,
    String title,
    @Nullable LocalDate date,
    @Nullable Block heading,
    List<Block> blocks) {

  /** What stands above the first heading, as a section. */
  private static final String PREAMBLE = "talks";

  /** The parts of a post; the first one is what stands above the first heading. */
  static List<Part> of(List<Block> blocks, Days days) {
    Map<Block, String> titles = new HashMap<>();
    for (Block block : blocks) {
      if (block.kind() == Block.Kind.HEADING) {
        titles.put(block, title(block));
      }
    }
    // Where dates are named, numbers of days are only words.
    boolean dated = titles.values().stream().anyMatch(title -> days.date(title).isPresent());
    List<Part> parts = new ArrayList<>();
    List<Block> preamble = new ArrayList<>();
    Slugs slugs = new Slugs(Set.of(Review.UNLISTED));
    for (Block block : blocks) {
      String title = titles.get(block);
      if (title != null) {
        parts.add(
            new Part(
                slugs.unique(Slug.from(title)),
                title,
                (dated ? days.date(title) : days.number(title)).orElse(null),
                block,
                new ArrayList<>()));
      } else {
        (parts.isEmpty() ? preamble : parts.getLast().blocks()).add(block);
      }
    }
    parts.addFirst(new Part(slugs.unique(PREAMBLE), "", null, null, preamble));
    return parts;
  }

  /** How deep its heading stands, from 1; 0 above all headings. */
  int level() {
    return heading != null && heading.node() instanceof Heading h ? h.getLevel() : 0;
  }

  /** What a heading says, without links, pictures and marks. */
  private static String title(Block heading) {
    return TalkReader.words(heading.node()).strip().lines().findFirst().orElse("");
  }
}
