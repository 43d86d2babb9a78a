package org.conferencedigest.embedded.command;

/** What the launcher's exit codes mean. */
final class ExitCode {

  /** Done; or stopped because it was asked to. */
  static final int DONE = 0;

  /** It was tried and did not succeed. */
  static final int FAILED = 1;

  /** It cannot be done as it was called: options, a port that is taken, a folder in use. */
  static final int MISUSED = 2;

  /** Nobody answers at the server's address. */
  static final int UNREACHABLE = 3;

  /** The server refused. */
  static final int REFUSED = 4;

  private ExitCode() {}
}
