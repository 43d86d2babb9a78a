package org.conferencedigest.summary.digest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a digest under a heading of its outline.
 *
 * @param id where it is found in a page, behind {@code #}
 * @param title the words of the heading
 * @param level of the heading, from 1
 * @param date the first day whose entries stand in it
 * @param slots the numbers of the slots in it, from 0, in order
 */
public record Section(
    String id, String title, int level, @Nullable LocalDate date, List<Integer> slots) {

  public Section {
    slots = List.copyOf(slots);
  }
}
