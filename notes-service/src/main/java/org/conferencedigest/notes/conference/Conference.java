package org.conferencedigest.notes.conference;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.DigestAfter;
import org.conferencedigest.events.DigestSettings;
import org.conferencedigest.foundation.etag.EntityTag;
import org.conferencedigest.notes.frontmatter.FrontMatter;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.jspecify.annotations.Nullable;

/**
 * A conference as it is stored. What is null of its digest's settings has its default.
 *
 * @param deleted whether there is none any more: the row stays, so that its versions go on
 * @param version grows by one with each change, each of which is an event
 */
@MappedEntity("conference")
public record Conference(
    @Id String slug,
    String title,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    String timeZone,
    @Nullable String link,
    @Nullable String outline,
    @Nullable String digestTitle,
    @Nullable String digestSummary,
    @Nullable String digestFrontMatter,
    @Nullable String digestPath,
    @Nullable String digestFileName,
    boolean deleted,
    long version,
    Instant updatedAt) {

  static final String FILE_NAME = "summary.md";

  /** The zone its days are counted in. */
  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  /** The digest's title. */
  public String titleOfDigest() {
    return Objects.requireNonNullElse(digestTitle, title);
  }

  /** The folder of its notes and digest below a Hugo site's content. */
  public String path() {
    return Objects.requireNonNullElse(digestPath, slug);
  }

  /** The digest's file in that folder. */
  public String fileName() {
    return Objects.requireNonNullElse(digestFileName, FILE_NAME);
  }

  public EntityTag tag() {
    return EntityTag.strong(version);
  }

  /** What a digest must hold to show this version. */
  public DigestAfter after() {
    return new DigestAfter(slug, Map.of(ConferenceChanged.ENTITY, version));
  }

  /** The same with another version, written at that time. */
  public Conference as(long newVersion, Instant at) {
    return new Conference(
        slug,
        title,
        startDate,
        endDate,
        timeZone,
        link,
        outline,
        digestTitle,
        digestSummary,
        digestFrontMatter,
        digestPath,
        digestFileName,
        deleted,
        newVersion,
        at);
  }

  /** The same under another title, on other days, by other clocks. */
  public Conference held(
      String newTitle,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay,
      String newTimeZone) {
    return new Conference(
        slug,
        newTitle,
        firstDay,
        lastDay,
        newTimeZone,
        link,
        outline,
        digestTitle,
        digestSummary,
        digestFrontMatter,
        digestPath,
        digestFileName,
        deleted,
        version,
        updatedAt);
  }

  /** The same with another front matter of its digest. */
  Conference with(String frontMatter) {
    return new Conference(
        slug,
        title,
        startDate,
        endDate,
        timeZone,
        link,
        outline,
        digestTitle,
        digestSummary,
        frontMatter,
        digestPath,
        digestFileName,
        deleted,
        version,
        updatedAt);
  }

  /** What is left of it once it is deleted, at the next version. */
  Conference deletedAt(Instant at) {
    return new Conference(
        slug,
        title,
        null,
        null,
        timeZone,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        true,
        version + 1,
        at);
  }

  /** Whether it says the same as another one. */
  public boolean saysTheSameAs(Conference other) {
    return as(other.version, other.updatedAt).equals(other);
  }

  /** The event that tells of this version. */
  public ConferenceChanged event() {
    return new ConferenceChanged(slug, version, deleted ? null : content());
  }

  private ConferenceContent content() {
    return new ConferenceContent(
        title,
        startDate,
        endDate,
        timeZone,
        link,
        outline,
        new DigestSettings(
            titleOfDigest(),
            digestSummary,
            digestFrontMatter == null ? generatedFrontMatter() : digestFrontMatter,
            path(),
            fileName()));
  }

  private String generatedFrontMatter() {
    LocalDate date = endDate != null ? endDate : startDate;
    return FrontMatter.generate(
            titleOfDigest(), date == null ? null : new WrittenDate(date.toString()), false)
        .raw();
  }
}
