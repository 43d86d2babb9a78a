package org.conferencedigest.embedded.command;

/** The command cannot be done as it was called; the message says what to call instead. */
final class MisuseException extends Exception {

  private static final long serialVersionUID = 1L;

  MisuseException(String message) {
    super(message);
  }
}
