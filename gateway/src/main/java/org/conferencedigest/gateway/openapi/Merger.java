package org.conferencedigest.gateway.openapi;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts descriptions of parts of an API together. Where two parts give one name to different
 * components, the later one's gets the name of its service appended, and the references to it
 * follow.
 */
final class Merger {

  /** What services tell operators, or each other, is not of the public API. */
  private static final List<String> PUBLIC = List.of("/api/", "/conferences/");

  private static final String COMPONENTS = "#/components/";

  private final Map<String, Object> paths = new LinkedHashMap<>();
  private final Map<String, Object> components = new LinkedHashMap<>();
  private final Map<String, Object> tags = new LinkedHashMap<>();

  /** Takes in the description of a service. */
  void add(String service, Map<String, Object> description) {
    Map<String, String> renamed = new LinkedHashMap<>();
    Tree.map(description, "components")
        .forEach(
            (section, found) -> {
              Map<String, Object> present = Tree.map(components, section);
              Tree.map(found)
                  .forEach(
                      (name, component) -> {
                        if (present.containsKey(name) && !present.get(name).equals(component)) {
                          renamed.put(
                              COMPONENTS + section + "/" + name,
                              COMPONENTS + section + "/" + name + suffix(service));
                        }
                      });
            });
    Map<String, Object> own =
        Tree.map(
            Tree.withReferences(
                description, reference -> renamed.getOrDefault(reference, reference)));
    Tree.map(own, "components")
        .forEach(
            (section, found) ->
                Tree.map(found)
                    .forEach(
                        (name, component) ->
                            section(section)
                                .putIfAbsent(newName(renamed, section, name), component)));
    Tree.map(own, "paths")
        .forEach(
            (path, operations) -> {
              if (PUBLIC.stream().anyMatch(path::startsWith)) {
                Map<String, Object> merged = new LinkedHashMap<>(Tree.map(operations));
                merged.putAll(Tree.map(paths, path));
                paths.put(path, merged);
              }
            });
    for (Object tag : Tree.list(own, "tags")) {
      tags.putIfAbsent(Tree.text(Tree.map(tag), "name"), tag);
    }
  }

  private static String newName(Map<String, String> renamed, String section, String name) {
    String reference = COMPONENTS + section + "/" + name;
    return renamed
        .getOrDefault(reference, reference)
        .substring((COMPONENTS + section + "/").length());
  }

  private Map<String, Object> section(String name) {
    return Tree.map(components.computeIfAbsent(name, s -> new LinkedHashMap<String, Object>()));
  }

  private static String suffix(String service) {
    return "Of" + Character.toUpperCase(service.charAt(0)) + service.substring(1);
  }

  /** The whole. */
  Map<String, Object> description(URI server) {
    stream();
    refusals();
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("openapi", "3.1.0");
    whole.put(
        "info",
        Map.of(
            "title", "Conference Digest",
            "version", "1",
            "description",
                "Notes on the talks of a conference, and the digest that is kept written from"
                    + " them. Errors are application/problem+json (RFC 9457)."));
    whole.put("servers", List.of(Map.of("url", server.toString())));
    if (!tags.isEmpty()) {
      whole.put("tags", List.copyOf(tags.values()));
    }
    whole.put("paths", paths);
    whole.put("components", components);
    return whole;
  }

  /** The stream of changes is the gateway's own form of what the summary service describes. */
  private void stream() {
    paths.forEach(
        (path, operations) -> {
          if (path.endsWith("/digest/changes")) {
            Map<String, Object> get = Tree.map(Tree.map(operations), "get");
            Map<String, Object> ok = Tree.map(Tree.map(get, "responses"), "200");
            if (!ok.isEmpty()) {
              Map<String, Object> content = new LinkedHashMap<>(Tree.map(ok, "content"));
              content.put("text/event-stream", Map.of("schema", Map.of("type", "string")));
              ok.put("content", content);
            }
          }
        });
  }

  /** What the gateway may answer to any request. */
  private void refusals() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("429", "Too many requests; Retry-After says when to come back.");
    all.put("502", "The service behind gave no answer.");
    all.put("503", "Not now; Retry-After says when to come back.");
    all.put("504", "The service behind did not answer in time.");
    Set<String> methods = Set.of("get", "put", "post", "delete", "head", "patch");
    for (Object operations : paths.values()) {
      Tree.map(operations)
          .forEach(
              (method, operation) -> {
                Map<String, Object> responses = Tree.map(Tree.map(operation), "responses");
                if (methods.contains(method) && !responses.isEmpty()) {
                  all.forEach(
                      (status, text) ->
                          responses.putIfAbsent(
                              status, new LinkedHashMap<>(Map.of("description", text))));
                }
              });
    }
  }
}
