package org.conferencedigest.foundation.trace;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ids of spans: random ones, but for the one span that is made in the name of a context. */
final class GivenIds implements IdGenerator {

  private static final ThreadLocal<@Nullable TraceContext> GIVEN = new ThreadLocal<>();

  private final IdGenerator random = IdGenerator.random();

  /** Makes a span on this thread whose ids are those of the context. */
  <T> T as(TraceContext context, Supplier<T> span) {
    GIVEN.set(context);
    try {
      return span.get();
    } finally {
      GIVEN.remove();
    }
  }

  @Override
  public String generateSpanId() {
    TraceContext context = GIVEN.get();
    return context == null ? random.generateSpanId() : context.spanId();
  }

  @Override
  public String generateTraceId() {
    TraceContext context = GIVEN.get();
    return context == null ? random.generateTraceId() : context.traceId();
  }
}
