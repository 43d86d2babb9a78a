package org.conferencedigest.summary.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note that was found.
 *
 * @param day of the note
 * @param fragment a part of what it says, cut where something was found
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Found(
    String conference,
    String conferenceTitle,
    String note,
    String title,
    String author,
    @Nullable LocalDate day,
    @Nullable String verdict,
    String speakers,
    List<Piece> fragment) {

  /**
   * A piece of a text.
   *
   * @param found whether it is what was looked for
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Piece(String text, boolean found) {}
}
