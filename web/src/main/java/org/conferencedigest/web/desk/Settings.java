package org.conferencedigest.web.desk;

import org.jspecify.annotations.Nullable;

/**
 * What can be set of a conference, as a form has it: an empty text is none.
 *
 * @param digestTitle what its digest is called
 * @param timeZone as in {@code Europe/Berlin}
 * @param etag of the conference that the form was filled with
 */
public record Settings(
    String title,
    String digestTitle,
    String startDate,
    String endDate,
    String timeZone,
    String link,
    String etag) {

  /** The same, filled anew from a conference of another tag. */
  public Settings with(@Nullable String other) {
    return new Settings(
        title, digestTitle, startDate, endDate, timeZone, link, other == null ? "" : other);
  }
}
