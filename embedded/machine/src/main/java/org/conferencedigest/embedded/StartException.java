package org.conferencedigest.embedded;

/** A server could not be started; the message says which, why, and where its log is. */
public final class StartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StartException(String message) {
    super(message);
  }

  StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
