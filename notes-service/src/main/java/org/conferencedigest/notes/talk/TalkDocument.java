package org.conferencedigest.notes.talk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A talk in JSON.
 *
 * @param slug its name in addresses; in a request it may be left out, or must be that of the
 *     address
 * @param kind {@code talk}, {@code keynote}, {@code workshop}, {@code panel}, {@code lightning} or
 *     {@code other}; without one, {@code talk}
 * @param start in the conference's time zone
 * @param minutes how long it lasts
 * @param summary the abstract, as Markdown or plain text
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Talk")
public record TalkDocument(
    @Nullable String slug,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String title,
    @Nullable String kind,
    @Nullable LocalDateTime start,
    @Nullable Integer minutes,
    @Nullable String room,
    @Nullable String track,
    @JsonProperty("abstract") @Nullable String summary,
    @Nullable Boolean cancelled,
    @Nullable List<@Nullable SpeakerDocument> speakers,
    @Nullable List<@Nullable LinkDocument> links) {

  /**
   * Someone who speaks.
   *
   * @param text the speaker as it was written, if it was written as one text
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Speaker")
  public record SpeakerDocument(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
      @Nullable String role,
      @Nullable String affiliation,
      @Nullable String link,
      @Nullable String text) {}

  /**
   * Where something that belongs to the talk is found.
   *
   * @param kind {@code recording}, {@code slides}, {@code paper}, {@code code} or {@code other}
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "TalkLink")
  public record LinkDocument(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String kind,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String url,
      @Nullable String label) {}

  static TalkDocument of(TalkRow row) {
    return new TalkDocument(
        row.slug(),
        row.title(),
        row.kind(),
        row.startsAt(),
        row.minutes(),
        row.room(),
        row.track(),
        row.summary(),
        row.cancelled(),
        row.speakers().stream()
            .map(s -> new SpeakerDocument(s.name(), s.role(), s.affiliation(), s.link(), s.text()))
            .toList(),
        row.links().stream()
            .map(link -> new LinkDocument(link.kind().word(), link.url(), link.label()))
            .toList());
  }
}
