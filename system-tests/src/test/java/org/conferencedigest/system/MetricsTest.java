package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What is measured moves when there is something to measure. */
class MetricsTest {

  private static final Pattern SAMPLE =
      Pattern.compile("(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{.*?\\})?) (?<value>\\S+).*");

  private final DigestSystem system = DigestSystem.running();
  private final Api editor = system.editor();

  @Test
  void aWriteAndAReadMoveTheirMetrics() {
    editor.put("/api/v1/conferences/measured", Api.JSON, "{\"title\":\"M\"}").ok();
    Metrics before = Metrics.of(system);

    Answer write = null;
    for (int i = 0; i < 5; i++) {
      write =
          editor
              .put(
                  "/api/v1/conferences/measured/notes/n" + i,
                  Api.JSON,
                  "{\"title\":\"N\",\"body\":\"B\"}")
              .ok();
    }
    editor.digestAfter(Objects.requireNonNull(write), "measured", "md").ok();
    for (int i = 0; i < 5; i++) {
      system.anybody().get("/api/v1/conferences/measured/digest.md").ok();
    }

    grows(before, "notes", "notes_writes_total{kind=\"note\",outcome=\"created\"}", 5);
    grows(before, "notes", "outbox_sent_total", 5);
    grows(before, "summary", "outbox_sent_total", 1);
    grows(before, "summary", "digest_events_total{result=\"applied\"}", 5);
    grows(before, "summary", "digest_render_seconds_count", 1);
    grows(before, "summary", "digest_staleness_seconds_count", 5);
    grows(before, "summary", "digest_staleness_seconds_bucket{le=\"+Inf\"}", 5);
    grows(before, "gateway", "digest_staleness_seconds_count", 1);
    grows(before, "gateway", "digest_staleness_seconds_bucket{le=\"+Inf\"}", 1);
    grows(before, "gateway", "gateway_digest_reads_total{result=\"hit\"}", 4);
    grows(before, "gateway", "gateway_upstream_seconds_count", 5);
    until("summary", "digest_intake_lag", lag -> lag == 0);
    until("notes", "outbox_backlog", rows -> rows == 0);
    until("notes", "outbox_age_seconds", age -> age == 0);
    assertThat(Metrics.of(system).sum("summary", "digest_editions_cached")).isPositive();
  }

  @Test
  void deadLettersAreCounted() throws Exception {
    Metrics before = Metrics.of(system);
    try (Topic topic = system.topic("conference-changed")) {
      topic.write(
          new ProducerRecord<>(
              "conference-changed", "rubbish".getBytes(UTF_8), "no event".getBytes(UTF_8)));
    }
    grows(before, "summary", "digest_events_total{result=\"dead-lettered\"}", 1);
  }

  private void grows(Metrics before, String service, String name, double by) {
    until(service, name, value -> value >= before.sum(service, name) + by);
  }

  private void until(String service, String name, Predicate<Double> wanted) {
    DigestSystem.await(Duration.ofSeconds(20), () -> Metrics.of(system).sum(service, name), wanted);
  }

  /** What all three services measure. */
  private record Metrics(Map<String, Map<String, Double>> services) {

    static Metrics of(DigestSystem system) {
      return new Metrics(
          Map.of(
              "notes", scrape(system, system.notesService()),
              "summary", scrape(system, system.summaryService()),
              "gateway", scrape(system, system.address())));
    }

    private static Map<String, Double> scrape(DigestSystem system, URI service) {
      Map<String, Double> samples = new TreeMap<>();
      system
          .anybody()
          .at(service)
          .get("/metrics")
          .ok()
          .text()
          .lines()
          .map(SAMPLE::matcher)
          .filter(Matcher::matches)
          .forEach(
              sample -> samples.put(sample.group("name"), Double.valueOf(sample.group("value"))));
      return samples;
    }

    /** The sum of a metric, over what of its labels is not named. */
    double sum(String service, String name) {
      String metric = name.replaceFirst("\\{.*", "");
      String labels =
          name.contains("{") ? name.substring(name.indexOf('{') + 1, name.length() - 1) : "";
      Map<String, Double> samples = services.getOrDefault(service, Map.of());
      double[] found =
          samples.entrySet().stream()
              .filter(sample -> sample.getKey().replaceFirst("\\{.*", "").equals(metric))
              .filter(sample -> labelled(sample.getKey(), labels))
              .mapToDouble(Map.Entry::getValue)
              .toArray();
      return Arrays.stream(found).sum();
    }

    private static boolean labelled(String sample, String labels) {
      return Arrays.stream(labels.split(",")).allMatch(sample::contains);
    }
  }
}
