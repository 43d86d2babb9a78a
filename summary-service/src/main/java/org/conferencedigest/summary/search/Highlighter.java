package org.conferencedigest.summary.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.conferencedigest.summary.search.Analysis.Token;

/** Shows where a text has what was looked for. */
final class Highlighter {

  private Highlighter() {}

  /** A piece of a text. */
  private record Range(int start, int end) {}

  /**
   * The part of a text that has the first of what was found, or its beginning.
   *
   * @param length about how many characters
   */
  static List<Found.Piece> fragment(String text, Language language, Set<String> terms, int length) {
    List<Range> marks = marks(text, language, terms);
    int first = marks.isEmpty() ? 0 : marks.getFirst().start();
    int from = first <= length / 3 ? 0 : wordStart(text, first - length / 3);
    int to = from + length >= text.length() ? text.length() : wordStart(text, from + length);
    List<Found.Piece> pieces = new ArrayList<>();
    if (from > 0) {
      pieces.add(new Found.Piece("… ", false));
    }
    int at = from;
    for (Range mark : marks) {
      if (mark.start() >= at && mark.end() <= to) {
        add(text, at, mark.start(), false, pieces);
        add(text, mark.start(), mark.end(), true, pieces);
        at = mark.end();
      }
    }
    add(text, at, to, false, pieces);
    if (to < text.length()) {
      pieces.add(new Found.Piece(" …", false));
    }
    return pieces;
  }

  private static void add(String text, int from, int to, boolean marked, List<Found.Piece> pieces) {
    if (to > from) {
      pieces.add(new Found.Piece(text.substring(from, to), marked));
    }
  }

  private static List<Range> marks(String text, Language language, Set<String> terms) {
    List<Range> marks = new ArrayList<>();
    for (Token token : Analysis.ofText(text, language)) {
      if (!terms.contains(token.term())) {
        continue;
      }
      Range last = marks.isEmpty() ? null : marks.getLast();
      if (last != null && token.start() <= last.end()) {
        marks.set(marks.size() - 1, new Range(last.start(), Math.max(last.end(), token.end())));
      } else {
        marks.add(new Range(token.start(), token.end()));
      }
    }
    return marks;
  }

  /** Where a word begins near a place, or else where a character does. */
  private static int wordStart(String text, int near) {
    int space = text.indexOf(' ', near);
    if (space >= 0 && space - near < 30) {
      return space + 1;
    }
    return Character.isLowSurrogate(text.charAt(near)) ? near + 1 : near;
  }
}
