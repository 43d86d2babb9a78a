package org.conferencedigest.foundation.outbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How the relay's thread is told that there is something to do. */
@Singleton
final class Wakeup {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private BitSet lanes = new BitSet(Lane.COUNT);
  private boolean anywhere;
  private boolean closed;

  /** There is something in those lanes. */
  void signal(BitSet inLanes) {
    lock.lock();
    try {
      lanes.or(inLanes);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** There may be something in any lane. */
  void signal() {
    lock.lock();
    try {
      anywhere = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a signal.
   *
   * @return the lanes it named; null if it named none, or if none came in that time
   */
  @Nullable BitSet await(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (lanes.isEmpty() && !anywhere && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      BitSet named = lanes.isEmpty() || anywhere ? null : lanes;
      lanes = new BitSet(Lane.COUNT);
      anywhere = false;
      return named;
    } finally {
      lock.unlock();
    }
  }

  /** Waits, whatever is signalled, unless it is closed. What was signalled is not forgotten. */
  void pause(Duration time) {
    lock.lock();
    try {
      anywhere = true;
      long left = time.toNanos();
      while (!closed && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }
}
