package org.conferencedigest.gateway.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * The stream of one client. It sends each revision after the one it began with once, and in order:
 * when an event tells that others were missed, those are asked for first. Nothing here blocks; a
 * client that does not keep up is cut off.
 */
final class LiveStream {

  private final int bound;
  private final Sinks.Many<byte[]> sink;
  private final AtomicInteger queued = new AtomicInteger();
  private final Consumer<LiveStream> ask;
  private final Runnable cut;
  private final long openedAt = System.nanoTime();

  /** Events that came while those before them were asked for. */
  private final List<LiveEvent> waiting = new ArrayList<>();

  private long last;
  private boolean catchingUp;
  private boolean closed;

  /**
   * @param last the revision that the client has
   * @param ask asks what changed since {@link #last}; answered by {@link #catchUp} or {@link
   *     #close}
   * @param cut closes the client's connection
   */
  LiveStream(int bound, long last, Consumer<LiveStream> ask, Runnable cut) {
    this.bound = bound;
    this.sink = Sinks.many().unicast().onBackpressureBuffer(Queues.<byte[]>get(bound + 1).get());
    this.last = last;
    this.ask = ask;
    this.cut = cut;
  }

  /** The bytes, for exactly one subscriber. */
  Publisher<byte[]> bytes() {
    return sink.asFlux().doOnNext(bytes -> queued.decrementAndGet());
  }

  /** Sends bytes that are no change. */
  synchronized void send(byte[] bytes) {
    emit(bytes);
  }

  /** Asks for what was missed, before anything else is sent. */
  void begin() {
    synchronized (this) {
      if (catchingUp) {
        return;
      }
      catchingUp = true;
    }
    ask.accept(this);
  }

  /** Takes an event in: sends it now, later, or, if it was sent before, never. */
  void offer(LiveEvent event) {
    synchronized (this) {
      if (closed || event.revision() <= last) {
        return;
      }
      if (!catchingUp && event.revision() == last + 1) {
        emit(event);
        return;
      }
      if (waiting.size() == bound) {
        // What is dropped here shows as a gap to the next one, and is asked for then.
        waiting.removeFirst();
      }
      waiting.add(event);
    }
    begin();
  }

  /**
   * Sends what was missed, then what came meanwhile.
   *
   * @param upTo the revision the missed ones reach to
   * @param missed in order
   * @param known the latest revision there is, as far as is known
   * @return whether nothing is missing now; otherwise it is to be asked again
   */
  synchronized boolean catchUp(long upTo, List<LiveEvent> missed, long known) {
    for (LiveEvent event : missed) {
      if (event.revision() > last) {
        emit(event);
      }
    }
    last = Math.max(last, upTo);
    waiting.sort(Comparator.comparingLong(LiveEvent::revision));
    while (!waiting.isEmpty() && waiting.getFirst().revision() <= last + 1) {
      LiveEvent event = waiting.removeFirst();
      if (event.revision() > last) {
        emit(event);
      }
    }
    catchingUp = !closed && (!waiting.isEmpty() || last < known);
    return !catchingUp;
  }

  /** The client has a revision that never was: it begins anew with this one. */
  synchronized void restart(LiveEvent start) {
    last = start.revision();
    emit(start.bytes());
  }

  /** Shows that the stream is alive, unless bytes are on their way that show it anyway. */
  synchronized void beat() {
    if (queued.get() == 0) {
      emit(LiveEvent.HEARTBEAT);
    }
  }

  /** The revision up to which everything was sent. */
  synchronized long last() {
    return last;
  }

  long ageNanos() {
    return System.nanoTime() - openedAt;
  }

  /** Ends the stream after what is on its way. Its client comes back and goes on from there. */
  synchronized void close() {
    if (!closed) {
      closed = true;
      sink.tryEmitComplete();
    }
  }

  private void emit(LiveEvent event) {
    last = event.revision();
    emit(event.bytes());
  }

  private void emit(byte[] bytes) {
    if (closed) {
      return;
    }
    if (queued.incrementAndGet() > bound || sink.tryEmitNext(bytes).isFailure()) {
      closed = true;
      cut.run();
    }
  }
}
