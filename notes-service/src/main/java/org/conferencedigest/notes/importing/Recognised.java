package org.conferencedigest.notes.importing;

import java.util.List;
import java.util.Map;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.Verdict;

/**
 * What a post is seen to be.
 *
 * @param outline the post with slots in the place of what was recognised
 * @param parts those in which something was recognised, and the days
 * @param tiers how many recommendations were found of each verdict
 * @param entries what the post says of notes, by slug
 * @param recommendations what the post recommends, by slug
 */
record Recognised(
    String outline,
    List<Part> parts,
    Map<Verdict, Integer> tiers,
    Map<String, Entry> entries,
    Map<String, Recommendation> recommendations) {

  /** A note's text in a part. */
  record Entry(String text, String section, int position) {}

  /** A note's text in a tier. */
  record Recommendation(Verdict verdict, String text, int rank) {}

  /** The part's entries. */
  long entriesIn(Part part) {
    return entries.values().stream().filter(e -> e.section().equals(part.slug())).count();
  }

  /**
   * A note's review as the post has it. A published note that the post gives no entry has none: the
   * post tells what stands in the digest.
   */
  Review review(String note, Review before) {
    Entry entry = entries.get(note);
    Recommendation recommendation = recommendations.get(note);
    boolean demoted =
        recommendation == null && before.verdict() != null && tiers.containsKey(before.verdict());
    return new Review(
        recommendation != null ? recommendation.verdict() : demoted ? null : before.verdict(),
        entry != null ? entry.text() : before.entry(),
        recommendation != null ? recommendation.text() : before.recommendation(),
        entry != null ? entry.section() : Review.UNLISTED,
        entry != null ? (Integer) entry.position() : null,
        recommendation != null ? (Integer) recommendation.rank() : demoted ? null : before.rank());
  }
}
