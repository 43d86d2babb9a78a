package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a conference.
 *
 * @param timeZone an IANA zone name, in which its days are counted
 * @param outline the digest's outline (see {@link org.conferencedigest.events.outline.Outline});
 *     null: the default one
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConferenceContent(
    String title,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    String timeZone,
    @Nullable String link,
    @Nullable String outline,
    DigestSettings digest) {

  public ConferenceContent {
    Required.present("title", title);
    Required.present("timeZone", timeZone);
    Required.present("digest", digest);
  }
}
