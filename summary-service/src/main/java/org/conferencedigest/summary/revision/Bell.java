package org.conferencedigest.summary.revision;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rings when this instance has applied events; those applied by other instances are not heard. */
@Singleton
public final class Bell {

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

  /** Begins to listen: no ring after this call is missed, until the listener is closed. */
  public Listener listenFor(String conference) {
    Listener listener = new Listener(conference);
    listeners.add(listener);
    return listener;
  }

  void ring(Collection<String> conferences) {
    for (Listener listener : listeners) {
      if (conferences.contains(listener.conference)) {
        listener.rings.release();
      }
    }
  }

  /** Someone who waits for changes of one conference. */
  public final class Listener implements AutoCloseable {

    private final String conference;
    private final Semaphore rings = new Semaphore(0);

    private Listener(String conference) {
      this.conference = conference;
    }

    /** Waits for a ring since the last call, but no longer than that. */
    public boolean await(Duration atMost) throws InterruptedException {
      boolean rang = rings.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
      rings.drainPermits();
      return rang;
    }

    @Override
    public void close() {
      listeners.remove(this);
    }
  }
}
