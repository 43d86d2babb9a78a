package org.conferencedigest.notes.note;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.jspecify.annotations.Nullable;

/** A note without its page: what lists and outlines need of it. */
@MappedEntity("note")
public record NoteSummary(
    @Id String slug,
    String author,
    @MappedProperty(converter = NoteStateColumn.class, type = DataType.STRING) NoteState state,
    String title,
    @MappedProperty(converter = WrittenDateColumn.class, type = DataType.STRING) WrittenDate date,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> talks,
    @MappedProperty(converter = VerdictColumn.class, type = DataType.STRING)
        @Nullable Verdict verdict,
    @Nullable String entry,
    @Nullable String recommendation,
    @Nullable String section,
    @Nullable Integer position,
    @Nullable Integer rank,
    @Nullable Instant publishedAt,
    Instant updatedAt) {

  public Review review() {
    return new Review(verdict, entry, recommendation, section, position, rank);
  }
}
