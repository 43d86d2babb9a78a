package org.conferencedigest.notes.conference;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A conference in JSON.
 *
 * @param slug its name in addresses; in a request it may be left out, or must be that of the
 *     address
 * @param timeZone an IANA zone name; without one, UTC
 * @param link its website
 * @param outline Markdown with slots; without one, the default outline
 * @param digest how its digest presents itself; what is left out has its default
 * @param updatedAt ignored in a request
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Conference")
public record ConferenceDocument(
    @Nullable String slug,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String title,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable String timeZone,
    @Nullable String link,
    @Nullable String outline,
    @Nullable Digest digest,
    @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable Instant updatedAt) {

  /**
   * How a digest presents itself.
   *
   * @param title without one, the conference's title
   * @param summary Markdown before the fold of the default outline
   * @param frontMatter the post's front matter with its delimiters; without one, it is generated
   * @param path the folder below a Hugo site's content; without one, the slug
   * @param fileName the post's file in that folder; without one, {@code summary.md}
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "DigestSettings")
  public record Digest(
      @Nullable String title,
      @Nullable String summary,
      @Nullable String frontMatter,
      @Nullable String path,
      @Nullable String fileName) {

    static final Digest DEFAULT = new Digest(null, null, null, null, null);
  }

  static ConferenceDocument of(Conference conference) {
    return new ConferenceDocument(
        conference.slug(),
        conference.title(),
        conference.startDate(),
        conference.endDate(),
        conference.timeZone(),
        conference.link(),
        conference.outline(),
        new Digest(
            conference.titleOfDigest(),
            conference.digestSummary(),
            conference.digestFrontMatter(),
            conference.path(),
            conference.fileName()),
        conference.updatedAt());
  }
}
