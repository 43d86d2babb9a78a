package org.conferencedigest.foundation.outbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How the relay's thread is told that there is something to do. */
@Singleton
final class Wakeup {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private BitSet lanes = new BitSet(Lane.COUNT);
  private BitSet written = new BitSet(Lane.COUNT);
  private boolean anywhere;
  private boolean closed;

  /**
   * What was signalled since the last time.
   *
   * @param lanes in which there may be something
   * @param written those of them in which this process committed: no other instance knows of it
   * @param anywhere whether there may be something in any lane
   */
  record Signal(BitSet lanes, BitSet written, boolean anywhere) {}

  /** This process has committed something in those lanes. */
  void written(BitSet inLanes) {
    lock.lock();
    try {
      written.or(inLanes);
      lanes.or(inLanes);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** There may be something in those lanes, and the other instances know it. */
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

  /** Waits for a signal, but at most that long. */
  Signal await(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (lanes.isEmpty() && !anywhere && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      Signal signal = new Signal(lanes, written, anywhere);
      lanes = new BitSet(Lane.COUNT);
      written = new BitSet(Lane.COUNT);
      anywhere = false;
      return signal;
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
