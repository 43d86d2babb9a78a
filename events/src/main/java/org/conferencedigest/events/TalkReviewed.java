package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A published note, its review, or a talk it covers changed; or the note was retracted.
 *
 * @param content null if and only if the note was retracted
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TalkReviewed(
    String conference, String note, long version, @Nullable ReviewedNote content)
    implements DigestEvent {

  public TalkReviewed {
    Required.slug("conference", conference);
    Required.slug("note", note);
    Required.version(version);
  }

  @JsonIgnore
  public boolean retracted() {
    return content == null;
  }

  @Override
  @JsonIgnore
  public String entity() {
    return entity(note);
  }

  /** The entity that stands for that note. */
  public static String entity(String note) {
    return "notes/" + note;
  }
}
