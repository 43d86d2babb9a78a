package org.conferencedigest.gateway.route;

import java.time.Duration;
import java.util.function.LongSupplier;

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

  private final int failuresToOpen;
  private final long restNanos;
  private final LongSupplier nanoTime;

  private int failures;
  private boolean open;
  private boolean trying;
  private long mayTryAt;
  private long succeededAt;

  CircuitBreaker(int failuresToOpen, Duration rest, LongSupplier nanoTime) {
    this.failuresToOpen = failuresToOpen;
    this.restNanos = rest.toNanos();
    this.nanoTime = nanoTime;
    this.succeededAt = nanoTime.getAsLong();
  }

  /** Whether a request may go to the service; one that may must tell of its outcome. */
  synchronized boolean mayPass() {
    if (!open) {
      return true;
    }
    long now = nanoTime.getAsLong();
    if (now - mayTryAt < 0) {
      return false;
    }
    trying = true;
    mayTryAt = now + restNanos;
    return true;
  }

  synchronized void succeeded() {
    failures = 0;
    open = false;
    trying = false;
    succeededAt = nanoTime.getAsLong();
  }

  /**
   * A request failed, by the service's fault.
   *
   * @param begunAt when it was sent, by the clock of this breaker
   */
  synchronized void failed(long begunAt) {
    if (begunAt - succeededAt < 0) {
      return;
    }
    failures++;
    if (failures >= failuresToOpen) {
      open = true;
      mayTryAt = nanoTime.getAsLong() + restNanos;
    }
    trying = false;
  }

  /** The request was given up by its caller: it tells nothing of the service. */
  synchronized void abandoned() {
    if (trying) {
      mayTryAt = nanoTime.getAsLong();
    }
    trying = false;
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
