package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Someone who speaks in a talk.
 *
 * @param text the speaker as the programme or the author wrote it, for example {@code "Sean Owen
 *     (Databricks)"}; null if it was never written as one text
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Speaker(
    String name,
    @Nullable String role,
    @Nullable String affiliation,
    @Nullable String link,
    @Nullable String text) {

  public Speaker {
    Required.present("name", name);
  }
}
