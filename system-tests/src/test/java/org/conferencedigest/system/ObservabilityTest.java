package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The alarms and the dashboard of {@code deploy/observability}. */
class ObservabilityTest {

  private static final Path FOLDER = Samples.repository().resolve("deploy/observability");
  private static final Pattern OURS =
      Pattern.compile("\\b(?:outbox|notes|digest|gateway)_[a-z_]+\\b(?!\")");

  @Test
  void alarmsRingWhenTheyShould() {
    Assumptions.assumeTrue(hasPromtool(), "promtool, of Prometheus, is not here");
    assertThat(Samples.run(FOLDER, List.of("promtool", "check", "config", "prometheus.yaml")))
        .contains("SUCCESS");
    assertThat(Samples.run(FOLDER, List.of("promtool", "test", "rules", "alerts-test.yaml")))
        .contains("SUCCESS");
  }

  @Test
  void everyMetricIsOneThatServicesHave() throws IOException {
    String documented = Files.readString(Samples.repository().resolve("docs/operations.md"));
    Set<String> used = new TreeSet<>();
    String alarms = Files.readString(FOLDER.resolve("alerts.yaml"));
    alarms.lines().filter(line -> line.contains("expr:")).forEach(line -> add(used, line));
    JsonNode dashboard =
        new ObjectMapper()
            .readTree(FOLDER.resolve("grafana/dashboards/conference-digest.json").toFile());
    dashboard.findValues("expr").forEach(expression -> add(used, expression.asText()));

    assertThat(used).hasSizeGreaterThan(8);
    assertThat(used).allSatisfy(metric -> assertThat(documented).contains("`" + metric + "`"));
  }

  @Test
  void theDashboardShowsWhatAnOperatorAsksFirst() throws IOException {
    JsonNode dashboard =
        new ObjectMapper()
            .readTree(FOLDER.resolve("grafana/dashboards/conference-digest.json").toFile());
    assertThat(dashboard.path("panels").findValuesAsText("title"))
        .contains(
            "Staleness", "Backlog", "Lag", "Errors", "Processor", "Heap", "Database connections");
  }

  private static void add(Set<String> names, String expression) {
    OURS.matcher(expression)
        .results()
        .forEach(found -> names.add(found.group().replaceFirst("_(bucket|sum|count)$", "")));
  }

  private static boolean hasPromtool() {
    for (String directory : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(directory, "promtool"))) {
        return true;
      }
    }
    return false;
  }
}
