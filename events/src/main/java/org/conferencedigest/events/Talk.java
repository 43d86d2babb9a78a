package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of the programme, as an event carries it with a note that covers it.
 *
 * @param start in the conference's time zone
 * @param minutes how long it lasts
 * @param summary the abstract, as Markdown or plain text; {@code abstract} in JSON
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Talk(
    String slug,
    String title,
    TalkKind kind,
    @Nullable LocalDateTime start,
    @Nullable Integer minutes,
    @Nullable String room,
    @Nullable String track,
    @JsonProperty("abstract") @Nullable String summary,
    boolean cancelled,
    @Nullable List<Speaker> speakers,
    @Nullable List<TalkLink> links) {

  public Talk {
    Required.slug("slug", slug);
    Required.present("title", title);
    Required.present("kind", kind);
    speakers = speakers == null ? List.of() : List.copyOf(speakers);
    links = links == null ? List.of() : List.copyOf(links);
  }
}
