package org.conferencedigest.notes.note;

import java.util.Locale;

/** Who sees a note. */
public enum NoteState {
  /** Its author and editors; it never leaves this service. */
  DRAFT,
  /** Everybody. */
  PUBLISHED,
  /** Nobody: it is kept for its history and its versions. */
  RETRACTED;

  /** The word that stands for this state in JSON and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static NoteState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
