package org.conferencedigest.gateway.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.conferencedigest.web.desk.Place;
import org.conferencedigest.web.desk.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A conference as the notes service has it.
 *
 * @param digest its digest's settings, which the desk hands back as they are
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Conference(
    @Nullable String slug,
    String title,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable String timeZone,
    @Nullable String link,
    @Nullable String outline,
    @Nullable Map<String, String> digest) {

  static String path(String slug) {
    return "/api/v1/conferences/" + Place.segment(slug);
  }

  Place place() {
    return new Place(slug == null ? "" : slug, title, Days.of(startDate, endDate));
  }

  /** What its digest is called; empty: as it is itself. */
  String digestTitle() {
    String of = digest == null ? null : digest.get("title");
    return of == null || of.equals(title) ? "" : of;
  }

  /**
   * The same with other settings.
   *
   * @throws DateTimeException if a day is none
   */
  Conference with(Settings settings) {
    Map<String, String> digestSettings = new HashMap<>(digest == null ? Map.of() : digest);
    if (settings.digestTitle().isEmpty()) {
      digestSettings.remove("title");
    } else {
      digestSettings.put("title", settings.digestTitle());
    }
    return new Conference(
        slug,
        settings.title(),
        day(settings.startDate()),
        day(settings.endDate()),
        settings.timeZone(),
        settings.link().isEmpty() ? null : settings.link(),
        outline,
        digestSettings);
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  /** The same with another outline; null: the default one. */
  Conference with(@Nullable String otherOutline) {
    return new Conference(slug, title, startDate, endDate, timeZone, link, otherOutline, digest);
  }
}
