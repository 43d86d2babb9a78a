package org.conferencedigest.embedded.client;

/** What was to be imported is nothing that can be imported. */
public final class UnknownContentException extends Exception {

  private static final long serialVersionUID = 1L;

  UnknownContentException(String message) {
    super(message);
  }
}
