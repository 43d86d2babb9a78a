package org.conferencedigest.summary.intake;

/**
 * A record could not be applied for a reason that nobody foresaw; it is tried again for a while.
 */
final class UnknownFailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownFailureException(Throwable cause) {
    super(cause);
  }
}
