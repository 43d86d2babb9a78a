package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What a note says to the digest.
 *
 * @param verdict null while undecided
 * @param entry Markdown of the note's text in its section; null: a line is composed
 * @param recommendation Markdown of the note's text in the tl;dr; null: the linked title
 * @param section the section it stands in; null: its own day; {@link #UNLISTED}: none
 * @param position its place among the entries of its section, ascending; null: after all that have
 *     one, by date
 * @param rank its place among the recommendations of its verdict, ascending; null: after all that
 *     have one, in the order of sections
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Review(
    @Nullable Verdict verdict,
    @Nullable String entry,
    @Nullable String recommendation,
    @Nullable String section,
    @Nullable Integer position,
    @Nullable Integer rank) {

  /** The section of notes that have a page of their own but no entry in the digest. */
  public static final String UNLISTED = "unlisted";

  /** A review that says nothing yet. */
  public static final Review NONE = new Review(null, null, null, null, null, null);
}
