package org.conferencedigest.foundation.trace;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sends spans to a collector by OTLP. Everything about that is set as OpenTelemetry documents it:
 * sampling, headers, batches, by variables that begin with {@code OTEL_}; here are its defaults. A
 * collector that cannot be reached loses spans, and holds nothing up.
 */
@Singleton
@Requires(property = "otel.exporter.otlp.endpoint", pattern = ".+")
final class ExportedSpans implements Spans {

  private static final int CLOSE_SECONDS = 5;
  private static final int FLAGS_AT = 53;

  private final OpenTelemetrySdk sdk;
  private final Tracer tracer;
  private final GivenIds ids = new GivenIds();

  ExportedSpans(
      @Property(name = "otel.exporter.otlp.endpoint") String endpoint,
      @Property(name = "micronaut.application.name", defaultValue = "conference-digest")
          String service) {
    this.sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .disableShutdownHook()
            .addPropertiesSupplier(
                () ->
                    Map.of(
                        "otel.exporter.otlp.endpoint", endpoint,
                        "otel.exporter.otlp.protocol", "http/protobuf",
                        "otel.service.name", service,
                        "otel.metrics.exporter", "none",
                        "otel.logs.exporter", "none",
                        "otel.bsp.schedule.delay", "1000"))
            .addTracerProviderCustomizer((provider, config) -> provider.setIdGenerator(ids))
            .build()
            .getOpenTelemetrySdk();
    this.tracer = sdk.getTracer("org.conferencedigest");
  }

  @Override
  public boolean areTold() {
    return true;
  }

  @Override
  public Span beginTrace(String name, TraceContext trace) {
    SpanBuilder builder = tracer.spanBuilder(name).setNoParent().setSpanKind(SpanKind.SERVER);
    return new Told(trace.requestId(), ids.as(trace, builder::startSpan));
  }

  @Override
  public Span begin(Kind kind, String name, TraceContext parent) {
    return new Told(parent.requestId(), below(parent, kind, name).startSpan());
  }

  @Override
  public void tell(Kind kind, String name, TraceContext parent, Instant from, Instant to) {
    below(parent, kind, name).setStartTimestamp(from).startSpan().end(to);
  }

  private SpanBuilder below(TraceContext parent, Kind kind, String name) {
    return tracer
        .spanBuilder(name)
        .setParent(Context.root().with(io.opentelemetry.api.trace.Span.wrap(remote(parent))))
        .setSpanKind(SpanKind.valueOf(kind.name()))
        .setAttribute("request.id", parent.requestId());
  }

  private static SpanContext remote(TraceContext parent) {
    return SpanContext.createFromRemoteParent(
        parent.traceId(),
        parent.spanId(),
        TraceFlags.fromHex(parent.traceparent(), FLAGS_AT),
        TraceState.getDefault());
  }

  /** What is not sent yet is sent, for so long. */
  @PreDestroy
  void close() {
    sdk.getSdkTracerProvider().shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
  }

  private record Told(String requestId, io.opentelemetry.api.trace.Span span) implements Span {

    @Override
    public TraceContext trace() {
      SpanContext context = span.getSpanContext();
      return new TraceContext(
          requestId,
          "00-"
              + context.getTraceId()
              + "-"
              + context.getSpanId()
              + "-"
              + context.getTraceFlags().asHex());
    }

    @Override
    public void name(String name) {
      span.updateName(name);
    }

    @Override
    public void say(String key, String value) {
      span.setAttribute(AttributeKey.stringKey(key), value);
    }

    @Override
    public void fail(String reason) {
      span.setStatus(StatusCode.ERROR, reason);
      span.end();
    }

    @Override
    public void end() {
      span.end();
    }
  }
}
