package org.conferencedigest.gateway.route;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a service alone that fails again and again, so that callers learn it at once and the
 * service can get up. Closed, all may pass. After some failures in a row it opens, and none may
 * pass for a time; then one may try, and its outcome closes the circuit or opens it anew. If there
 * is none in the same time, another one may try: the first may hang on a connection of before.
 *
 * <p>What began before the last success says nothing of the service as it is now: after a network
 * was cut, requests of that time fail together, long after the first new one was answered.
 *
 * <p>Micronaut's {@code @CircuitBreaker} keeps its state for a method, whatever the arguments: one
 * failing service would cut off all that are asked by the same method. Hence this one, of which
 * each service has its own.
 */
final class CircuitBreaker {

  /** The right of one request to be sent. Whoever has it must tell of its outcome. */
  static final class Pass {

    private final long begunAt;

    private Pass(long begunAt) {
      this.begunAt = begunAt;
    }
  }

  private final int failuresToOpen;
  private final long restNanos;
  private final LongSupplier nanoTime;

  private int failures;
  private boolean open;

  /** The request that tries whether the service is back. */
  private @Nullable Pass probe;

  private long mayTryAt;
  private long succeededAt;

  CircuitBreaker(int failuresToOpen, Duration rest, LongSupplier nanoTime) {
    this.failuresToOpen = failuresToOpen;
    this.restNanos = rest.toNanos();
    this.nanoTime = nanoTime;
    this.succeededAt = nanoTime.getAsLong();
  }

  /** Lets a request go to the service; null: it may not. */
  synchronized @Nullable Pass pass() {
    long now = nanoTime.getAsLong();
    Pass pass = new Pass(now);
    if (open) {
      if (now - mayTryAt < 0) {
        return null;
      }
      probe = pass;
      mayTryAt = now + restNanos;
    }
    return pass;
  }

  synchronized void succeeded() {
    failures = 0;
    open = false;
    probe = null;
    succeededAt = nanoTime.getAsLong();
  }

  /** A request failed, by the service's fault. */
  synchronized void failed(Pass pass) {
    if (pass.begunAt - succeededAt < 0) {
      return;
    }
    failures++;
    if (failures >= failuresToOpen) {
      open = true;
      mayTryAt = nanoTime.getAsLong() + restNanos;
    }
    probe = null;
  }

  /**
   * A request was given up by its caller: it tells nothing of the service. If it was the one that
   * tried, another one may; any other changes nothing.
   */
  synchronized void abandoned(Pass pass) {
    if (pass == probe) {
      probe = null;
      mayTryAt = nanoTime.getAsLong();
    }
  }

  synchronized boolean isOpen() {
    return open;
  }

  /** How long until a request may try; zero if one may now. */
  synchronized Duration rest() {
    long left = open ? mayTryAt - nanoTime.getAsLong() : 0;
    return Duration.ofNanos(Math.max(0, left));
  }
}
