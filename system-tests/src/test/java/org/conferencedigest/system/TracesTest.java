package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conferencedigest.system.Collector.Span;
import org.junit.jupiter.api.Test;

/** One write is one trace, from the request to the news of the revision that shows it. */
class TracesTest {

  @Test
  void oneWriteIsOneTraceThroughAllServices() throws IOException {
    try (Collector collector = Collector.start();
        DigestSystem system =
            DigestSystem.start(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address()))) {
      Api editor = system.editor();
      String conference = "/api/v1/conferences/traced";
      Answer made = editor.put(conference, Api.JSON, "{\"title\":\"Traced\"}").ok();
      system.anybody().digestAfter(made, "traced", "md").ok();

      Answer write =
          editor.put(conference + "/notes/n", Api.JSON, "{\"title\":\"N\",\"body\":\"B\"}").ok();

      String trace = write.header("X-Request-Id");
      List<Span> spans =
          DigestSystem.await(
              Duration.ofSeconds(30),
              () -> collector.trace(trace),
              told -> titles(told).containsAll(EXPECTED));
      assertThat(spans).filteredOn(span -> span.parent().isEmpty()).hasSize(1);
      Set<String> ids = spans.stream().map(Span::id).collect(Collectors.toSet());
      assertThat(spans)
          .filteredOn(span -> !span.parent().isEmpty())
          .allSatisfy(span -> assertThat(ids).contains(span.parent()));
      assertThat(spans)
          .allSatisfy(span -> assertThat(span.end()).isGreaterThanOrEqualTo(span.start()));
    }
  }

  private static final Set<String> EXPECTED =
      Set.of(
          "gateway: PUT /api/v1/conferences/**",
          "notes-service: PUT /api/v1/conferences/{conference}/notes/{note}",
          "notes-service: outbox talk-reviewed",
          "notes-service: send talk-reviewed",
          "summary-service: apply talk-reviewed",
          "summary-service: render",
          "summary-service: outbox digest-updated",
          "summary-service: send digest-updated");

  private static Set<String> titles(List<Span> spans) {
    return spans.stream()
        .map(span -> span.service() + ": " + span.name())
        .collect(Collectors.toSet());
  }
}
