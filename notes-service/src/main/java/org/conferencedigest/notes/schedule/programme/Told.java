package org.conferencedigest.notes.schedule.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDateTime;
import java.util.List;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.TalkKind;
import org.conferencedigest.events.TalkLink;
import org.jspecify.annotations.Nullable;

/**
 * What a file tells of a talk, as a talk is kept.
 *
 * @param start on the conference's clocks
 * @param summary the abstract
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Told(
    String title,
    TalkKind kind,
    @Nullable LocalDateTime start,
    @Nullable Integer minutes,
    @Nullable String room,
    @Nullable String track,
    @Nullable String summary,
    boolean cancelled,
    @Nullable List<Speaker> speakers,
    @Nullable List<TalkLink> links) {

  public Told {
    speakers = speakers == null ? List.of() : List.copyOf(speakers);
    links = links == null ? List.of() : List.copyOf(links);
  }

  @Override
  public List<Speaker> speakers() {
    return speakers == null ? List.of() : speakers;
  }

  @Override
  public List<TalkLink> links() {
    return links == null ? List.of() : links;
  }

  /** The same, at another time. */
  public Told at(@Nullable LocalDateTime newStart) {
    return new Told(
        title, kind, newStart, minutes, room, track, summary, cancelled, speakers, links);
  }

  /** The same, cancelled. */
  public Told called(boolean off) {
    return new Told(title, kind, start, minutes, room, track, summary, off, speakers, links);
  }
}
