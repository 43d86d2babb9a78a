package org.conferencedigest.notes.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A note in a list: all but its page. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "NoteItem")
public record NoteItem(
    String slug,
    String author,
    String state,
    String title,
    String date,
    List<String> talks,
    ReviewDocument review,
    @Nullable Instant publishedAt,
    Instant updatedAt) {

  static NoteItem of(NoteSummary note) {
    return new NoteItem(
        note.slug(),
        note.author(),
        note.state().word(),
        note.title(),
        note.date().text(),
        note.talks(),
        ReviewDocument.of(note.review()),
        note.publishedAt(),
        note.updatedAt());
  }
}
