package org.conferencedigest.notes.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did. Confidences say how sure a finding is, from 0 to 1; lines are those of the
 * post's file, from 1.
 *
 * @param conference its slug
 * @param outcome what became of the conference itself: created, changed or unchanged
 * @param post the file that is the digest's post; null if none was found
 * @param created the notes that are new
 * @param changed the notes that were other before
 * @param unchanged the notes that were the same before
 * @param sections the parts of the post that hold entries or recommendations, and its days
 * @param tiers the recommendations of the post
 * @param talks the talks that were seen in the post
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
    List<SightedTalk> talks,
    int entries,
    List<String> unlisted,
    boolean exact,
    List<Problem> problems) {

  /**
   * A part of the post.
   *
   * @param date the day it is about
   * @param entries how many entries stand in it
   * @param line where its heading is
   * @param confidence that it is about that day; 1 if it names none
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ImportedSection")
  public record Section(
      String slug,
      String title,
      @Nullable LocalDate date,
      long entries,
      int line,
      double confidence) {}

  /**
   * The recommendations of one verdict.
   *
   * @param recommendations how many there are
   * @param line where the list begins
   * @param confidence of the least sure of its items
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ImportedTier")
  public record Tier(String verdict, int recommendations, int line, double confidence) {}

  /**
   * A talk that was seen in the post.
   *
   * @param form what it is there: heading, paragraph or item
   * @param note the note that has this text now; null if it was not sure enough, and is left as it
   *     is
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ImportedTalk")
  public record SightedTalk(
      int line,
      String form,
      String title,
      List<String> speakers,
      List<Link> links,
      @Nullable String note,
      double confidence) {}

  /**
   * What of a talk is linked.
   *
   * @param kind recording, slides, paper, code or other
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ImportedLink")
  public record Link(String kind, String url) {}
}
