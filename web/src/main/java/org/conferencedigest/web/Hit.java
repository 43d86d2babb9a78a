package org.conferencedigest.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note in a list.
 *
 * @param day of the note, as HTML; empty: not known
 * @param speakers names; empty: none
 * @param fragment of what it says
 */
public record Hit(
    Link note,
    Link conference,
    Link author,
    String day,
    @Nullable Badge badge,
    String speakers,
    List<Piece> fragment) {

  public Hit {
    fragment = List.copyOf(fragment);
  }

  /**
   * A piece of a text.
   *
   * @param marked whether it is what was looked for
   */
  public record Piece(String text, boolean marked) {}
}
