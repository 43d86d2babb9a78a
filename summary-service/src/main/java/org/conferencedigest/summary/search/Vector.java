package org.conferencedigest.summary.search;

import java.util.LinkedHashMap;
import java.util.Map;
import org.conferencedigest.summary.search.Analysis.Token;

/** Collects the terms of a note, as the text of a {@code tsvector}. */
final class Vector {

  /** PostgreSQL knows no further positions. */
  private static final int LAST_POSITION = 16_383;

  /** So far apart are texts that no phrase goes over from one to the other. */
  private static final int GAP = 64;

  private final Map<String, StringBuilder> positions = new LinkedHashMap<>();
  private int from = 1;

  /**
   * Adds a text.
   *
   * @param weight A to D: how much it counts
   */
  Vector add(String text, Language language, char weight) {
    int last = from;
    for (Token token : Analysis.ofText(text, language)) {
      int position = from + token.position();
      if (position > LAST_POSITION) {
        break;
      }
      StringBuilder places = positions.computeIfAbsent(token.term(), t -> new StringBuilder());
      places.append(places.isEmpty() ? ':' : ',').append(position).append(weight);
      last = position;
    }
    from = last + GAP;
    return this;
  }

  @Override
  public String toString() {
    StringBuilder vector = new StringBuilder();
    positions.forEach(
        (term, places) -> vector.append(Query.quoted(term)).append(places).append(' '));
    return vector.toString();
  }
}
