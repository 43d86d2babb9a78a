package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Where something that belongs to a talk is found. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TalkLink(LinkKind kind, String url, @Nullable String label) {

  public TalkLink {
    Required.present("kind", kind);
    Required.present("url", url);
  }
}
