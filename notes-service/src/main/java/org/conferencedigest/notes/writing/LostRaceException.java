package org.conferencedigest.notes.writing;

/**
 * Another writer created the same thing in between; the write is to be tried again from its start.
 */
public final class LostRaceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LostRaceException() {
    super("created by another writer in between", null, false, false);
  }
}
