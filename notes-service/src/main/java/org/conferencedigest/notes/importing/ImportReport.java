package org.conferencedigest.notes.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did.
 *
 * @param conference its slug
 * @param outcome what became of the conference itself: created, changed or unchanged
 * @param post the file that is the digest's post; null if none was found
 * @param created the notes that are new
 * @param changed the notes that were other before
 * @param unchanged the notes that were the same before
 * @param sections the parts of the post that hold entries or recommendations, and its days
 * @param tiers the recommendations of the post
 * @param entries how many entries the post has
 * @param unlisted the notes that the post does not show
 * @param exact whether the digest in Hugo's form is the post, byte for byte
 * @param problems what its author may want to look at
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ImportReport")
public record ImportReport(
    String conference,
    String outcome,
    @Nullable String post,
    List<String> created,
    List<String> changed,
    List<String> unchanged,
    List<Section> sections,
    List<Tier> tiers,
    int entries,
    List<String> unlisted,
    boolean exact,
    List<Problem> problems) {

  /**
   * A part of the post.
   *
   * @param date the day it is about
   * @param entries how many entries stand in it
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ImportedSection")
  public record Section(String slug, String title, @Nullable LocalDate date, long entries) {}

  /**
   * The recommendations of one verdict.
   *
   * @param recommendations how many there are
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ImportedTier")
  public record Tier(String verdict, int recommendations) {}
}
