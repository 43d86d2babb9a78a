package org.conferencedigest.notes.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A revision of a note in the list of its history.
 *
 * @param state draft, published or retracted
 * @param changedBy the subject that made it
 */
@Serdeable
@MappedEntity("note_revision")
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "NoteRevision")
public record NoteRevision(
    @Id long revision, String state, String title, String changedBy, Instant changedAt) {}
