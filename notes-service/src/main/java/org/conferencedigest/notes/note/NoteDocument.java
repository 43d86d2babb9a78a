package org.conferencedigest.notes.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note in JSON.
 *
 * @param slug its name in addresses; in a request it may be left out, or must be that of the
 *     address
 * @param author the subject that owns the note; ignored in a request
 * @param state draft or published; without one, published
 * @param date an ISO 8601 date, local date-time, or date-time with offset; without one, the date it
 *     has, or today
 * @param frontMatter the page's front matter with its delimiters; without one, the one it has. What
 *     title, date, state and review say otherwise is changed in it; the rest stays
 * @param body the page's Markdown below the front matter
 * @param talks the slugs of the talks it covers
 * @param publishedAt when it was first published; ignored in a request
 * @param updatedAt when it last changed; ignored in a request
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Note")
public record NoteDocument(
    @Nullable String slug,
    @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable String author,
    @Nullable String state,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String title,
    @Nullable String date,
    @Nullable String frontMatter,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String body,
    @Nullable List<@Nullable String> talks,
    @Nullable ReviewDocument review,
    @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable Instant publishedAt,
    @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable Instant updatedAt) {

  static NoteDocument of(Note note) {
    return new NoteDocument(
        note.slug(),
        note.author(),
        note.state().word(),
        note.title(),
        note.date().text(),
        note.frontMatter(),
        note.body(),
        List.copyOf(note.talks()),
        ReviewDocument.of(note.review()),
        note.publishedAt(),
        note.updatedAt());
  }
}
