package org.conferencedigest.gateway.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.gateway.header.HeaderSettings;
import org.conferencedigest.gateway.route.Answer;
import org.conferencedigest.gateway.route.Ask;
import org.conferencedigest.gateway.route.Upstreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The description of the whole API. Each service is asked for its part once in a while; a part that
 * cannot be had stays as it was.
 */
@Singleton
final class Description {

  private static final Logger log = LoggerFactory.getLogger(Description.class);

  private static final List<String> SERVICES = List.of("notes", "summary");

  /** The description as data, and as text. */
  record Whole(Map<String, Object> tree, String yaml) {}

  private final Upstreams upstreams;
  private final OpenapiSettings settings;
  private final URI server;
  private final ConcurrentMap<String, Map<String, Object>> parts = new ConcurrentHashMap<>();
  private @Nullable CompletableFuture<Whole> asked;
  private long askedAt;

  Description(Upstreams upstreams, OpenapiSettings settings, HeaderSettings headers) {
    this.upstreams = upstreams;
    this.settings = settings;
    this.server = headers.publicUrl();
  }

  /** The whole; fails if no service ever described itself. */
  synchronized CompletableFuture<Whole> whole() {
    CompletableFuture<Whole> current = asked;
    boolean incomplete = parts.size() < SERVICES.size();
    if (current == null
        || (current.isDone() && incomplete)
        || System.nanoTime() - askedAt >= settings.cache().toNanos()) {
      current =
          CompletableFuture.allOf(
                  SERVICES.stream().map(this::ask).toArray(CompletableFuture[]::new))
              .thenApply(done -> merge());
      asked = current;
      askedAt = System.nanoTime();
    }
    return current;
  }

  private CompletableFuture<@Nullable Void> ask(String service) {
    return upstreams
        .get(service)
        .ask(Ask.get("/openapi.yaml", headers -> {}, settings.timeout()))
        .thenCompose(answer -> require(answer).bytes())
        .thenAccept(bytes -> parts.put(service, parse(new String(bytes, UTF_8))))
        .exceptionally(
            failure -> {
              log.warn("The {} service does not describe its API: {}", service, failure.toString());
              return null;
            });
  }

  private static Answer require(Answer answer) {
    if (answer.status() != 200) {
      answer.close();
      throw ProblemException.badGateway("status " + answer.status());
    }
    return answer;
  }

  private static Map<String, Object> parse(String yaml) {
    try {
      return Tree.map(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException("no YAML", e);
    }
  }

  private Whole merge() {
    if (parts.isEmpty()) {
      throw ProblemException.unavailable(
          "The description of the API is put together once the services are up.",
          Duration.ofSeconds(5));
    }
    Merger merger = new Merger();
    for (String service : SERVICES) {
      Map<String, Object> part = parts.get(service);
      if (part != null) {
        merger.add(service, part);
      }
    }
    Map<String, Object> tree = merger.description(server);
    DumpSettings style =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setDereferenceAliases(true)
            .build();
    return new Whole(tree, new Dump(style).dumpToString(tree));
  }
}
