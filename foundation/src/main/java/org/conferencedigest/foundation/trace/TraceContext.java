package org.conferencedigest.foundation.trace;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.HttpRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Which request the work at hand belongs to: its request id, and its W3C trace context. While
 * {@link #run} or {@link #call} lasts, {@link #current()} answers with it, and each line of the log
 * carries it as {@code requestId} and {@code traceId}.
 *
 * @param requestId 1 to 128 letters, digits and {@code -_.:}
 * @param traceparent a valid {@code traceparent} of version 00
 */
public record TraceContext(String requestId, String traceparent) {

  /** The header of the request id, in requests and responses. */
  public static final String REQUEST_ID = "X-Request-Id";

  /** The header of the trace context (W3C Trace Context, section 3.2). */
  public static final String TRACEPARENT = "traceparent";

  static final String ATTRIBUTE = TraceContext.class.getName();

  private static final Pattern REQUEST_IDS = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
  private static final Pattern TRACEPARENTS =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public TraceContext {
    if (!REQUEST_IDS.matcher(requestId).matches()) {
      throw new IllegalArgumentException("not a request id");
    }
    if (!TRACEPARENTS.matcher(traceparent).matches()) {
      throw new IllegalArgumentException("not a traceparent");
    }
  }

  /** A context for work that no request asked for. */
  public static TraceContext create() {
    return from(null, null);
  }

  /** The context two headers tell of; what is absent or malformed is made anew. */
  public static TraceContext from(@Nullable String requestId, @Nullable String traceparent) {
    return new TraceContext(
        requestId != null && REQUEST_IDS.matcher(requestId).matches()
            ? requestId
            : UUID.randomUUID().toString(),
        traceparent != null && TRACEPARENTS.matcher(traceparent).matches()
            ? traceparent
            : "00-" + hex(16) + "-" + hex(8) + "-01");
  }

  /** The context a request was given by this service; empty before its filters ran. */
  public static Optional<TraceContext> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, TraceContext.class);
  }

  /** The context of the work at hand, if there is one. */
  public static Optional<TraceContext> current() {
    return PropagatedContext.getOrEmpty().find(Element.class).map(Element::trace);
  }

  /** The 32 hexadecimal digits that all spans of the trace share. */
  public String traceId() {
    return traceparent.substring(3, 35);
  }

  /** The 16 hexadecimal digits of the span that is the parent of whatever is done here. */
  public String spanId() {
    return traceparent.substring(36, 52);
  }

  /** Does the work in this context, on this thread. */
  public void run(Runnable work) {
    in(PropagatedContext.getOrEmpty()).wrap(work).run();
  }

  /** Does the work in this context, on this thread, and answers with its result. */
  public <T> T call(Supplier<T> work) {
    return in(PropagatedContext.getOrEmpty()).propagate(work);
  }

  PropagatedContext in(PropagatedContext context) {
    return context.plus(new Element(this));
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    do {
      RANDOM.nextBytes(random);
    } while (random[0] == 0);
    return HexFormat.of().formatHex(random);
  }

  /** What Micronaut carries from thread to thread. */
  record Element(TraceContext trace) implements ThreadPropagatedContextElement<Before> {

    @Override
    public Before updateThreadContext() {
      Before before = new Before(MDC.get("requestId"), MDC.get("traceId"));
      new Before(trace.requestId(), trace.traceId()).restore();
      return before;
    }

    @Override
    public void restoreThreadContext(Before before) {
      before.restore();
    }
  }

  /** What the log's context held. */
  record Before(@Nullable String requestId, @Nullable String traceId) {

    void restore() {
      put("requestId", requestId);
      put("traceId", traceId);
    }

    private static void put(String key, @Nullable String value) {
      if (value == null) {
        MDC.remove(key);
      } else {
        MDC.put(key, value);
      }
    }
  }
}
