package org.conferencedigest.gateway.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.web.desk.Place;
import org.conferencedigest.web.desk.Programme.NoteLink;
import org.jspecify.annotations.Nullable;

/**
 * A note as the notes service has it; in lists, without its page.
 *
 * @param state draft, published or retracted
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Note(
    @Nullable String slug,
    @Nullable String author,
    @Nullable String state,
    String title,
    @Nullable String date,
    @Nullable String frontMatter,
    @Nullable String body,
    @Nullable List<String> talks,
    @Nullable Review review) {

  /** What it says to the digest. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Review(
      @Nullable String verdict,
      @Nullable String entry,
      @Nullable String recommendation,
      @Nullable String section,
      @Nullable Integer position,
      @Nullable Integer rank) {

    static final Review NONE = new Review(null, null, null, null, null, null);
  }

  static String path(String conference, String note) {
    return Conference.path(conference) + "/notes/" + Place.segment(note);
  }

  List<String> covered() {
    return talks == null ? List.of() : talks;
  }

  Review reviewed() {
    return review == null ? Review.NONE : review;
  }

  boolean isChangedBy(Caller caller) {
    return caller.mayActFor(Objects.requireNonNullElse(author, ""));
  }

  NoteLink link(Caller caller) {
    return new NoteLink(
        Objects.requireNonNullElse(slug, ""),
        title,
        Objects.requireNonNullElse(state, "draft"),
        Objects.requireNonNullElse(author, ""),
        reviewed().verdict(),
        isChangedBy(caller));
  }

  /** The same in another state. */
  Note in(String otherState) {
    return new Note(slug, author, otherState, title, date, frontMatter, body, talks, review);
  }
}
