package org.conferencedigest.foundation.trace;

import java.time.Instant;

/**
 * What took how long, for a tracing backend: only where one is configured. Without one, nothing is
 * kept and nothing is made.
 */
public interface Spans {

  /** What a span is in its trace. */
  enum Kind {
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER,
    INTERNAL
  }

  /** Whether anybody is told: what has to be found out for a span alone need not be if not. */
  boolean areTold();

  /** Begins the first span of a trace: the one that its context names. */
  Span beginTrace(String name, TraceContext trace);

  /** Begins a span below the one that a context names. */
  Span begin(Kind kind, String name, TraceContext parent);

  /** Tells of something that is over, below the span that a context names. */
  void tell(Kind kind, String name, TraceContext parent, Instant from, Instant to);
}
