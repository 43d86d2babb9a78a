package org.conferencedigest.web.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programme of a conference with the notes on it, as it is filtered.
 *
 * @param days what is shown of it
 * @param filter how it is filtered
 * @param loose notes that cover no talk of the programme
 * @param talks how many talks the programme has, before the filter
 * @param shown how many of them are shown
 * @param truncated whether there are more talks or notes than are looked at
 */
public record Programme(
    List<Day> days, Filter filter, List<NoteLink> loose, int talks, int shown, boolean truncated) {

  /** The talks of a day, in the order in which they begin. */
  public record Day(String title, List<Item> talks) {}

  /**
   * A talk.
   *
   * @param when its time, for people
   * @param speakers their names
   * @param about room and track
   */
  public record Item(
      String slug,
      String title,
      String kind,
      String when,
      String speakers,
      String about,
      boolean cancelled,
      boolean now,
      List<NoteLink> notes) {}

  /**
   * A note as it is listed.
   *
   * @param verdict its word; null: undecided
   * @param mine whether whoever looks may change it
   */
  public record NoteLink(
      String slug,
      String title,
      String state,
      String author,
      @Nullable String verdict,
      boolean mine) {}

  /** A value that a filter can have, and how it is called. */
  public record Choice(String value, String name) {}

  /**
   * What is asked of the programme.
   *
   * @param show {@code all}, {@code now}, {@code open} (not yet noted) or {@code mine}
   */
  public record Filter(
      String words,
      String day,
      String track,
      String room,
      String show,
      List<Choice> days,
      List<String> tracks,
      List<String> rooms) {

    public boolean isSet() {
      return !(words.isEmpty()
          && day.isEmpty()
          && track.isEmpty()
          && room.isEmpty()
          && show.equals("all"));
    }
  }
}
