package org.conferencedigest.foundation.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.NonBlocking;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import org.conferencedigest.foundation.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraceTest {

  private static final String TRACEPARENT =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private TestService service;

  @BeforeAll
  void start() {
    service = TestService.start("trace", Map.of());
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/trace/loop", "/trace/blocking"})
  void followsARequestOntoTheThreadThatHandlesIt(String path) {
    var response = service.get(path, "X-Request-Id", "r-1", "traceparent", TRACEPARENT);
    assertThat(response.body())
        .startsWith("r-1 " + TRACEPARENT + " r-1 0af7651916cd43dd8448eb211c80319c")
        .endsWith(path.equals("/trace/blocking") ? "virtual" : "platform");
    assertThat(TestService.header(response, "X-Request-Id")).isEqualTo("r-1");
  }

  @Test
  void beginsATraceWhereThereIsNone() {
    var one = service.get("/trace/blocking");
    var two =
        service.get("/trace/blocking", "X-Request-Id", "bad id\u00e9", "traceparent", "00-0-0-0");
    assertThat(TestService.header(one, "X-Request-Id"))
        .hasSize(36)
        .isNotEqualTo(TestService.header(two, "X-Request-Id"));
    assertThat(two.body()).contains(TestService.header(two, "X-Request-Id") + " 00-");
  }

  @Test
  void believesNobodyWhereThePublicCalls() {
    try (TestService open = TestService.start("trace", Map.of("trace.trusted", false))) {
      var response =
          open.get("/trace/blocking", "X-Request-Id", "forged", "traceparent", TRACEPARENT);
      assertThat(response.body()).doesNotContain("forged", "0af7651916cd43dd8448eb211c80319c");
    }
  }

  @Test
  void isThereWhileItsWorkLastsAndNoLonger() {
    TraceContext outer = new TraceContext("outer", TRACEPARENT);
    TraceContext inner = TraceContext.create();
    outer.run(
        () -> {
          assertThat(inner.call(() -> TraceContext.current().orElseThrow())).isEqualTo(inner);
          assertThat(TraceContext.current()).contains(outer);
          assertThat(MDC.get("requestId")).isEqualTo("outer");
        });
    assertThat(TraceContext.current()).isEmpty();
    assertThat(MDC.get("requestId")).isNull();
    assertThat(MDC.get("traceId")).isNull();
  }

  @Test
  void tellsTraceAndSpanApart() {
    TraceContext trace = new TraceContext("r", TRACEPARENT);
    assertThat(trace.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(trace.spanId()).isEqualTo("b7ad6b7169203331");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
      })
  void refusesWhatIsNoTraceparent(String traceparent) {
    assertThatThrownBy(() -> new TraceContext("r", traceparent))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(TraceContext.from("r", traceparent).traceparent()).isNotEqualTo(traceparent);
  }

  @Controller("/trace")
  @Requires(property = "test.service", value = "trace")
  static class Traces {

    @NonBlocking
    @Get(value = "/loop", produces = "text/plain")
    String loop() {
      TraceContext trace = TraceContext.current().orElseThrow();
      return trace.requestId()
          + " "
          + trace.traceparent()
          + " "
          + MDC.get("requestId")
          + " "
          + MDC.get("traceId")
          + (Thread.currentThread().isVirtual() ? " virtual" : " platform");
    }

    @Get(value = "/blocking", produces = "text/plain")
    String blocking() {
      return loop();
    }
  }
}
