package org.conferencedigest.gateway.web;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the notes service's list of conferences, as far as it is shown. */
@Serdeable
record ConferencePage(List<Conference> items, @Nullable String next) {

  /** A conference in the list. */
  @Serdeable
  record Conference(
      String slug, String title, @Nullable LocalDate startDate, @Nullable LocalDate endDate) {}
}
