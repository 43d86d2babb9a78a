package org.conferencedigest.summary.reading;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.events.Slug;
import org.conferencedigest.events.Talk;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.summary.digest.ConferenceState;
import org.jspecify.annotations.Nullable;

/**
 * What someone thinks of changing in a digest.
 *
 * @param outline another outline; null: the one there is
 * @param defaultOutline whether the default outline is to stand in place of the one there is
 * @param notes by slug, what is to be different about each
 */
@Serdeable
@Schema(name = "Proposal")
record Proposal(
    @Nullable String outline,
    @Nullable Boolean defaultOutline,
    @Nullable Map<String, ProposedNote> notes) {

  /**
   * A note as it might be. Of a published note, what is left out stays as it is.
   *
   * @param retracted whether it is to be gone
   */
  @Serdeable
  @Schema(name = "ProposedNote")
  record ProposedNote(
      @Nullable String title,
      @Nullable String date,
      @Nullable String body,
      @Nullable List<Talk> talks,
      @Nullable Review review,
      @Nullable Boolean retracted) {

    /** A front matter stands in no page that is proposed. */
    private static final String NO_FRONT_MATTER = "+++\n+++\n";

    ReviewedNote on(@Nullable ReviewedNote present, String slug) {
      if (present == null && (title == null || date == null)) {
        throw ProblemException.invalid(
            "/notes/" + slug, "is not published: a title and a date are needed to show it");
      }
      return new ReviewedNote(
          present == null ? "" : present.author(),
          or(title, present == null ? slug : present.title()),
          or(date, present == null ? "" : present.date()),
          present == null ? NO_FRONT_MATTER : present.frontMatter(),
          or(body, present == null ? "" : present.body()),
          review != null ? review : present == null ? Review.NONE : present.review(),
          talks != null ? talks : present == null ? List.of() : present.talks(),
          present == null ? Instant.EPOCH : present.publishedAt(),
          present == null ? Instant.EPOCH : present.updatedAt());
    }

    private static String or(@Nullable String proposed, String otherwise) {
      return Objects.requireNonNullElse(proposed, otherwise);
    }
  }

  /**
   * The state that this would make of one.
   *
   * @throws ProblemException 422 for a note that cannot be shown
   */
  ConferenceState on(ConferenceState state, int mostNotes) {
    Map<String, ProposedNote> proposed = notes == null ? Map.of() : notes;
    if (proposed.size() > mostNotes) {
      throw ProblemException.invalid(
          "/notes", "holds " + proposed.size() + " notes; at most " + mostNotes + " are taken");
    }
    Map<String, ReviewedNote> published = new HashMap<>(state.published());
    proposed.forEach(
        (slug, note) -> {
          if (!Slug.isValid(slug)) {
            throw ProblemException.invalid("/notes", "has a name that no note can have: " + slug);
          }
          if (Boolean.TRUE.equals(note.retracted())) {
            published.remove(slug);
          } else {
            published.put(slug, note.on(published.get(slug), slug));
          }
        });
    ConferenceContent content = state.content();
    return new ConferenceState(
        state.conference(),
        new ConferenceContent(
            content.title(),
            content.startDate(),
            content.endDate(),
            content.timeZone(),
            content.link(),
            Boolean.TRUE.equals(defaultOutline)
                ? null
                : outline == null ? content.outline() : outline,
            content.digest()),
        published);
  }
}
