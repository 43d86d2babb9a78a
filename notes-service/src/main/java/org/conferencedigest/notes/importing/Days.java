package org.conferencedigest.notes.importing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a conference's days before its post is read.
 *
 * @param years they may be in if a heading names none, the likeliest first
 * @param first the day it begins, which "Day 1" means; null if that is not known
 */
record Days(Collection<Integer> years, @Nullable LocalDate first) {

  Days {
    years = List.copyOf(years);
  }

  /** The date a heading names. */
  Optional<LocalDate> date(String heading) {
    return DayHeading.read(heading, years);
  }

  /** The date of the day whose number a heading names. */
  Optional<LocalDate> number(String heading) {
    return first == null
        ? Optional.empty()
        : DayHeading.number(heading).map(number -> first.plusDays(number - 1L));
  }
}
