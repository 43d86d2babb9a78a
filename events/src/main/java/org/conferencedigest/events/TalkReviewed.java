package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published note, its review, or a talk it covers changed; or the note was retracted.
 *
 * @param content null if and only if the note was retracted
 * @param retractedAt when it was; null if it was not, or if that is not known
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TalkReviewed(
    String conference,
    String note,
    long version,
    @Nullable ReviewedNote content,
    @Nullable Instant retractedAt)
    implements DigestEvent {

  public TalkReviewed {
    Required.slug("conference", conference);
    Required.slug("note", note);
    Required.version(version);
  }

  /** Of a note that is published; or retracted, nobody knows when. */
  public TalkReviewed(
      String conference, String note, long version, @Nullable ReviewedNote content) {
    this(conference, note, version, content, null);
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
