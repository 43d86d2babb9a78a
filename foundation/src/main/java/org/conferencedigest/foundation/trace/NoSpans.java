package org.conferencedigest.foundation.trace;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Nobody is told. */
@Singleton
@Requires(missingBeans = ExportedSpans.class)
final class NoSpans implements Spans {

  @Override
  public boolean areTold() {
    return false;
  }

  @Override
  public Span beginTrace(String name, TraceContext trace) {
    return new Untold(trace);
  }

  @Override
  public Span begin(Kind kind, String name, TraceContext parent) {
    return new Untold(parent);
  }

  @Override
  public void tell(Kind kind, String name, TraceContext parent, Instant from, Instant to) {
    // Nobody listens.
  }

  private record Untold(TraceContext trace) implements Span {

    @Override
    public void name(String name) {
      // Nobody listens.
    }

    @Override
    public void say(String key, String value) {
      // Nobody listens.
    }

    @Override
    public void fail(String reason) {
      // Nobody listens.
    }

    @Override
    public void end() {
      // Nobody listens.
    }
  }
}
