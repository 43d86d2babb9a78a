package org.conferencedigest.events;

/** A record on a topic is no event that can be understood. The message says why. */
public final class BadEventException extends Exception {

  private static final long serialVersionUID = 1L;

  public BadEventException(String reason) {
    super(reason);
  }

  public BadEventException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
