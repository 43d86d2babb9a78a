package org.conferencedigest.gateway.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Map;
import org.conferencedigest.web.desk.Place;
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

  /** The same with another outline; null: the default one. */
  Conference with(@Nullable String otherOutline) {
    return new Conference(slug, title, startDate, endDate, timeZone, link, otherOutline, digest);
  }
}
