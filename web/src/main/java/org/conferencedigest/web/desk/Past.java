package org.conferencedigest.web.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of a note.
 *
 * @param revisions latest first
 * @param chosen the one that is looked at; null: none
 * @param then its page
 * @param now the page as it is
 * @param older where older revisions are listed; null: there are none
 */
public record Past(
    String note,
    String title,
    List<Revision> revisions,
    @Nullable Revision chosen,
    String then,
    String now,
    @Nullable String etag,
    @Nullable String older) {

  /**
   * A revision in the list.
   *
   * @param at when, for machines
   * @param when for people
   */
  public record Revision(
      long number, String state, String title, String by, String at, String when) {}
}
