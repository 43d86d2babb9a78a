package org.conferencedigest.notes.writing;

/** What a write did. */
public enum Outcome {
  CREATED,
  CHANGED,
  /** What was written is what was there: no revision, no event. */
  UNCHANGED,
  DELETED
}
