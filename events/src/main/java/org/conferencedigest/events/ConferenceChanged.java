package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A conference, its outline or its digest's settings changed; or the conference was deleted.
 *
 * @param content null if and only if the conference was deleted
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConferenceChanged(
    String conference, long version, @Nullable ConferenceContent content) implements DigestEvent {

  /** The entity that stands for a conference itself. */
  public static final String ENTITY = "conference";

  public ConferenceChanged {
    Required.slug("conference", conference);
    Required.version(version);
  }

  @JsonIgnore
  public boolean deleted() {
    return content == null;
  }

  @Override
  @JsonIgnore
  public String entity() {
    return ENTITY;
  }
}
