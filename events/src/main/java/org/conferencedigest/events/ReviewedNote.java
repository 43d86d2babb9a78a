package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a published note.
 *
 * @param author the subject that owns the note
 * @param date as the author wrote it: an ISO 8601 date, local date-time, or date-time with offset
 * @param frontMatter the page's front matter with its delimiters and the line end after them; empty
 *     if there is none
 * @param body the page's Markdown, byte for byte, after the front matter
 * @param talks the talks it covers, in the note's order
 * @param publishedAt when it was first published
 * @param updatedAt when its text or review last changed
 * @param significantAt when it last changed in a way that those are to be told of who know it;
 *     null: as {@code updatedAt}
 * @param fileName the file it was imported from; null: its slug with {@code .md}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewedNote(
    String author,
    String title,
    String date,
    String frontMatter,
    String body,
    Review review,
    List<Talk> talks,
    Instant publishedAt,
    Instant updatedAt,
    @Nullable Instant significantAt,
    @Nullable String fileName) {

  public ReviewedNote {
    Required.present("author", author);
    Required.present("title", title);
    Required.present("date", date);
    Required.present("frontMatter", frontMatter);
    Required.present("body", body);
    Required.present("review", review);
    Required.present("talks", talks);
    Required.present("publishedAt", publishedAt);
    Required.present("updatedAt", updatedAt);
    talks = List.copyOf(talks);
  }

  /** A note whose last change was a significant one. */
  public ReviewedNote(
      String author,
      String title,
      String date,
      String frontMatter,
      String body,
      Review review,
      List<Talk> talks,
      Instant publishedAt,
      Instant updatedAt) {
    this(
        author,
        title,
        date,
        frontMatter,
        body,
        review,
        talks,
        publishedAt,
        updatedAt,
        updatedAt,
        null);
  }

  /** When it last changed in a way that those are to be told of who know it. */
  public Instant lastSignificant() {
    return significantAt == null ? updatedAt : significantAt;
  }
}
