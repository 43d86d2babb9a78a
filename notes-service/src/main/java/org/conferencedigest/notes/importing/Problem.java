package org.conferencedigest.notes.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Something in the content that its author may want to look at; it did not hinder the import.
 *
 * @param line from 1
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ImportProblem")
public record Problem(String file, int line, String sentence) {}
