package org.conferencedigest.notes.importing;

import org.conferencedigest.events.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a post that is the text of one note.
 *
 * @param part where it stands
 * @param from where its first line begins
 * @param to where its last line ends
 * @param list the list of which it is an item; null if it is none
 * @param verdict what the words around it say of it
 */
record Claim(
    Shape shape,
    Part part,
    int from,
    int to,
    @Nullable Block list,
    String note,
    @Nullable Verdict verdict)
    implements Sight {

  /** What a note's text is in a post. */
  enum Shape {
    HEADING,
    PARAGRAPH,
    ITEM
  }
}
