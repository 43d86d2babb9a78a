package org.conferencedigest.foundation.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.conferencedigest.foundation.TestService;
import org.junit.jupiter.api.Test;

class SpansTest {

  private static final TraceContext PARENT =
      new TraceContext("r", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

  @Test
  void withoutACollectorNothingIsMade() {
    try (TestService service = TestService.start("spans", Map.of())) {
      Spans spans = service.context().getBean(Spans.class);
      assertThat(spans.areTold()).isFalse();
      assertThat(spans.begin(Spans.Kind.INTERNAL, "work", PARENT).trace()).isSameAs(PARENT);
      assertThat(spans.beginTrace("work", PARENT).trace()).isSameAs(PARENT);
    }
  }

  @Test
  void aSpanIsBelowItsParentAndTheFirstOfATraceIsTheOneItNames() {
    // Nobody listens there: what cannot be sent holds nothing up.
    try (TestService service =
        TestService.start("spans", Map.of("otel.exporter.otlp.endpoint", "http://127.0.0.1:1"))) {
      Spans spans = service.context().getBean(Spans.class);
      assertThat(spans.areTold()).isTrue();

      TraceContext below = spans.begin(Spans.Kind.INTERNAL, "work", PARENT).trace();
      assertThat(below.requestId()).isEqualTo("r");
      assertThat(below.traceId()).isEqualTo(PARENT.traceId());
      assertThat(below.spanId()).isNotEqualTo(PARENT.spanId());
      assertThat(below.traceparent()).endsWith("-01");

      assertThat(spans.beginTrace("work", PARENT).trace()).isEqualTo(PARENT);
    }
  }
}
