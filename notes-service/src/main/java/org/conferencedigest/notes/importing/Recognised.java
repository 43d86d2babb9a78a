package org.conferencedigest.notes.importing;

import java.util.List;
import java.util.Map;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.notes.recognition.SeenTalk;
import org.jspecify.annotations.Nullable;

/**
 * What a post is seen to be.
 *
 * @param outline the post with slots in the place of what was recognised
 * @param parts those in which something was recognised, and the days
 * @param tiers the lists of recommendations
 * @param entries what the post says of notes, by slug
 * @param recommendations what the post recommends, by slug
 * @param talks what was seen of the talks of notes that have an entry or a recommendation
 * @param findings all talks that were seen, by where they stand
 */
record Recognised(
    String outline,
    List<Part> parts,
    List<TierList> tiers,
    Map<String, Entry> entries,
    Map<String, Recommendation> recommendations,
    Map<String, SeenTalk> talks,
    List<Finding> findings) {

  /**
   * A note's text in a part.
   *
   * @param section the section of its slot; not its part's if that has several
   * @param verdict what the words around it say of it
   */
  record Entry(String text, String section, int position, Part part, @Nullable Verdict verdict) {}

  /** A note's text in a tier. */
  record Recommendation(Verdict verdict, String text, int rank) {}

  /** The part's entries. */
  long entriesIn(Part part) {
    return entries.values().stream().filter(e -> e.part().slug().equals(part.slug())).count();
  }

  /**
   * A note's review as the post has it. A published note that the post gives no entry has none: the
   * post tells what stands in the digest.
   */
  Review review(String note, Review before) {
    Entry entry = entries.get(note);
    Recommendation recommendation = recommendations.get(note);
    boolean demoted =
        recommendation == null && before.verdict() != null && hasTier(before.verdict());
    Verdict verdict = demoted ? null : before.verdict();
    if (recommendation != null) {
      verdict = recommendation.verdict();
    } else if (entry != null && entry.verdict() != null && !hasTier(entry.verdict())) {
      verdict = entry.verdict();
    }
    return new Review(
        verdict,
        entry != null ? entry.text() : before.entry(),
        recommendation != null ? recommendation.text() : before.recommendation(),
        entry != null ? entry.section() : Review.UNLISTED,
        entry != null ? (Integer) entry.position() : null,
        recommendation != null ? (Integer) recommendation.rank() : demoted ? null : before.rank());
  }

  /** Whether the post lists all that have a verdict: then no other note can have it. */
  private boolean hasTier(@Nullable Verdict verdict) {
    return tiers.stream().anyMatch(tier -> tier.verdict() == verdict);
  }
}
