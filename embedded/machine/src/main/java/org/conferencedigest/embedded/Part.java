package org.conferencedigest.embedded;

import java.util.concurrent.CompletableFuture;

/** A server in a process of its own, which can be started again after it has ended. */
public interface Part extends AutoCloseable {

  /** What people call it. */
  String title();

  /**
   * Starts it, after stopping it if it runs; returns when it serves requests.
   *
   * @throws StartException if it does not come to that
   */
  void restart();

  /** The process that serves, once it has been started. */
  long pid();

  /** Completes when the process last started has ended, for whatever reason. */
  CompletableFuture<?> onExit();

  /** Stops it in good order and returns when it has ended; does nothing if it does not run. */
  @Override
  void close();
}
