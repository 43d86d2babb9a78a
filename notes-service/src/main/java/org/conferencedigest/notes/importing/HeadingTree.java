package org.conferencedigest.notes.importing;

import java.util.List;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.notes.recognition.Surroundings;
import org.conferencedigest.notes.recognition.TierWords;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a post stands below which, and what the headings above let a reader expect. Parts
 * are named by their places.
 */
final class HeadingTree {

  private final List<Part> parts;
  private final int[] parents;
  private final int[] ends;
  private final boolean hasTitle;
  private final @Nullable Surroundings[] inside;
  private final @Nullable Verdict[] verdicts;

  HeadingTree(List<Part> parts) {
    int count = parts.size();
    this.parts = parts;
    this.parents = new int[count];
    this.ends = new int[count];
    this.inside = new Surroundings[count];
    this.verdicts = new Verdict[count];
    for (int i = 1; i < count; i++) {
      int above = i - 1;
      while (above > 0 && parts.get(above).level() >= parts.get(i).level()) {
        above = parents[above];
      }
      parents[i] = above;
    }
    for (int i = count - 1; i >= 0; i--) {
      int end = i + 1;
      while (end < count && parts.get(end).level() > parts.get(i).level()) {
        end = ends[end];
      }
      ends[i] = end;
    }
    this.hasTitle =
        count > 2
            && ends[1] == count
            && parts.get(1).date() == null
            && !Surroundings.announcesTalks(parts.get(1).title());
    inside[0] = Surroundings.NONE;
    for (int i = 1; i < count; i++) {
      inside[i] = insideOf(i);
      verdicts[i] =
          isTitleOfPost(i)
              ? null
              : TierWords.verdict(parts.get(i).title()).orElse(verdicts[parents[i]]);
    }
  }

  private Surroundings insideOf(int part) {
    Surroundings around = around(part);
    if (isTitleOfPost(part)) {
      return around;
    }
    String title = parts.get(part).title();
    Surroundings below = around.below(title);
    return parts.get(part).date() != null || DayHeading.number(title).isPresent()
        ? below.onADay()
        : below;
  }

  /** The heading below which a part stands; 0 if there is none. */
  int parent(int part) {
    return parents[part];
  }

  /** The place behind all that stands below a heading. */
  int end(int part) {
    return ends[part];
  }

  /** Whether it is the first heading, and stands above all others without announcing talks. */
  boolean isTitleOfPost(int part) {
    return part == 1 && hasTitle;
  }

  /** What the headings above a part announce. */
  Surroundings around(int part) {
    return inside(parents[part]);
  }

  /** What a part's heading, and those above, announce. */
  Surroundings inside(int part) {
    Surroundings here = inside[part];
    return here == null ? Surroundings.NONE : here;
  }

  /** How good a part's heading, or one above it, says what stands below is; null if none does. */
  @Nullable Verdict verdict(int part) {
    return verdicts[part];
  }
}
