package org.conferencedigest.notes.schedule.programme;

import java.util.Arrays;

/** The format a programme came in. */
public enum Source {
  SCHEDULE_XML("schedule.xml"),
  SCHEDULE_JSON("schedule.json"),
  ICALENDAR("iCalendar"),
  /** A list of recordings; it tells of talks, but not that others are cancelled. */
  PYVIDEO("pyvideo");

  private final String word;

  Source(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** Where a remark stands that is on a whole file of the format. */
  public Place whole() {
    return this == SCHEDULE_JSON ? Place.path("") : Place.line(1);
  }

  /**
   * @throws IllegalArgumentException if there is no such format
   */
  public static Source of(String word) {
    return Arrays.stream(values())
        .filter(source -> source.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no format: " + word));
  }
}
