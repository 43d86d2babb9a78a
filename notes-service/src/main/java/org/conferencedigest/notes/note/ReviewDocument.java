package org.conferencedigest.notes.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.conferencedigest.events.Review;
import org.jspecify.annotations.Nullable;

/**
 * What a note says to the digest.
 *
 * @param verdict {@code best}, {@code worth-watching}, {@code watched} or {@code skip}; null while
 *     undecided
 * @param entry Markdown of the note's text in its section; null: a line is composed
 * @param recommendation Markdown of its text in the tl;dr; null: the linked title
 * @param section the section it stands in; null: its own day; {@code unlisted}: none
 * @param position its place among the entries of its section, ascending; null: behind those
 * @param rank its place among the recommendations of its verdict, ascending; null: behind those
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Review")
public record ReviewDocument(
    @Nullable String verdict,
    @Nullable String entry,
    @Nullable String recommendation,
    @Nullable String section,
    @Nullable Integer position,
    @Nullable Integer rank) {

  static final ReviewDocument NONE = of(Review.NONE);

  static ReviewDocument of(Review review) {
    return new ReviewDocument(
        review.verdict() == null ? null : review.verdict().word(),
        review.entry(),
        review.recommendation(),
        review.section(),
        review.position(),
        review.rank());
  }
}
