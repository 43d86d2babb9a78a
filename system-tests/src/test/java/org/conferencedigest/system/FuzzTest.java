package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Sends requests by chance, made out of the API's own description, and looks at each answer.
 *
 * <p>The system property {@code fuzz.requests} says how many (default 10,000), {@code fuzz.seed}
 * which; the seed of a run is printed. Whether an answer is as its schema says is not checked.
 */
class FuzzTest {

  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 10_000);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
  private static final int SHOWN = 20;

  /** What the system may answer for what lies behind the gateway. */
  private static final Set<Integer> FROM_BEHIND = Set.of(502, 503, 504);

  private static final Pattern CLASS_NAME =
      Pattern.compile(
          "\\b(?:java|javax|jakarta|io\\.micronaut|io\\.netty|com\\.fasterxml|org\\.postgresql"
              + "|org\\.apache|org\\.conferencedigest\\.(?:notes|summary|gateway|foundation))"
              + "\\.[a-z]+\\.[A-Za-z.]*[A-Z]\\w+|\\tat |\\w+Exception\\b");

  private final DigestSystem system = DigestSystem.running();

  @Test
  void noRequestBreaksAnythingOrTellsWhatItShouldNot() throws IOException {
    System.out.println("The seed of this run: -Dfuzz.seed=" + SEED);
    String bystander = digestOf("bystander", "Nothing happens.");
    RequestGenerator generator =
        new RequestGenerator(
            description(),
            List.of(system.token("eve", "editor"), system.token("ann", "author")),
            SEED);
    assertThat(generator.operations()).isGreaterThan(20);

    List<String> faults = new ArrayList<>();
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (int i = 0; i < REQUESTS && faults.size() < SHOWN; i++) {
      if (i % 250 == 0) {
        theirConferences();
      }
      WireRequest request = generator.next();
      WireAnswer answer = WireAnswer.to(request, system.address());
      statuses.merge(answer.status(), 1, Integer::sum);
      String fault = fault(request, answer);
      if (fault != null) {
        faults.add(fault + "\n  " + request + "\n  " + answer.text().lines().limit(3).toList());
      }
    }
    System.out.println("Answers by their status: " + statuses);

    assertThat(faults).as("with -Dfuzz.seed=%s", SEED).isEmpty();
    assertThat(system.anybody().get("/api/v1/conferences/bystander/digest.md").ok().text())
        .isEqualTo(bystander);
    assertThat(digestOf("afterwards", "Still here.")).contains("Still here");
  }

  private static @Nullable String fault(WireRequest request, WireAnswer answer) {
    int status = answer.status();
    if (status == 0) {
      return request.broken() ? null : "no answer";
    }
    if (status >= 500 && !FROM_BEHIND.contains(status)) {
      return "an internal error: " + status;
    }
    if (CLASS_NAME.matcher(answer.text()).find()) {
      return "the answer tells what it is made of: " + status;
    }
    boolean said = !request.method().equals("HEAD");
    if (status >= 400 && said && request.target().startsWith("/api/")) {
      return problem(status, answer);
    }
    return null;
  }

  private static @Nullable String problem(int status, WireAnswer answer) {
    String type = answer.header("Content-Type");
    if (type.startsWith("text/html")) {
      return null; // asked for by Accept
    }
    if (!type.startsWith("application/problem+json")) {
      return "an error that is no problem: " + status + " " + type;
    }
    try {
      JsonNode problem = new ObjectMapper().readTree(answer.text());
      return problem.path("status").asInt() == status && !problem.path("type").asText().isEmpty()
          ? null
          : "a problem that is not as it should be: " + status;
    } catch (JsonProcessingException e) {
      return "a problem that is no JSON: " + status;
    }
  }

  private JsonNode description() throws IOException {
    return new YAMLMapper().readTree(system.anybody().get("/openapi.yaml").ok().text());
  }

  /** Requests delete conferences, too. */
  private void theirConferences() {
    for (String conference : RequestGenerator.CONFERENCES) {
      system
          .editor()
          .put("/api/v1/conferences/" + conference, Api.JSON, "{\"title\":\"Fuzz\"}")
          .ok();
    }
  }

  /**
   * Returns the digest of a conference that has one note, as it is shown after both are written.
   */
  private String digestOf(String conference, String text) {
    Api editor = system.editor();
    String path = "/api/v1/conferences/" + conference;
    editor.put(path, Api.JSON, "{\"title\":\"Fuzz\"}").ok();
    Answer note =
        editor
            .put(
                path + "/notes/one",
                Api.JSON,
                "{\"title\":\"One\",\"date\":\"2020-06-24\",\"body\":\"%s\"}".formatted(text))
            .ok();
    return editor.digestAfter(note, conference, "md").ok().text();
  }
}
