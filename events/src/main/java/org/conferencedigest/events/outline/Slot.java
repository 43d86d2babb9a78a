package org.conferencedigest.events.outline;

import java.time.LocalDate;
import org.conferencedigest.events.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A place in an outline that the digest fills. In the text of an outline a slot is an HTML comment
 * alone on its line, for example {@code <!-- digest:entries wednesday date="2020-06-24" -->}.
 */
public sealed interface Slot {

  /** The recommendations of one verdict, each behind {@code bullet}. */
  record Tier(Verdict verdict, String bullet) implements Slot {
    public static final String BULLET = "- ";
  }

  /**
   * The entries of one section that have no slot of their own.
   *
   * @param section what a review names to stand here
   * @param date the day whose notes stand here if they name no section; null: none
   * @param bullet what stands before each entry; empty: nothing
   * @param gap how many line ends part two entries; at least 1
   */
  record Entries(String section, @Nullable LocalDate date, String bullet, int gap) implements Slot {
    public static final int GAP = 2;
  }

  /** The entry of one note. */
  record Entry(String note, String bullet) implements Slot {}

  /** All that is recommended, a tier for each verdict that recommends, under a heading. */
  record Tiers() implements Slot {}

  /** The entries that stand nowhere else, day by day under headings. */
  record Days() implements Slot {}

  /** The summary of the digest's settings. */
  record Summary() implements Slot {}
}
