package org.conferencedigest.gateway.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds its way in a document of maps and lists. */
final class Tree {

  private Tree() {}

  /** The map at a key; an empty one if there is none. */
  @SuppressWarnings("unchecked") // keys of YAML that describes an API are texts
  static Map<String, Object> map(@Nullable Object tree) {
    return tree instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  static Map<String, Object> map(Map<String, Object> parent, String key) {
    return map(parent.get(key));
  }

  static List<?> list(Map<String, Object> parent, String key) {
    return parent.get(key) instanceof List<?> list ? list : List.of();
  }

  static String text(Map<String, Object> parent, String key) {
    Object value = parent.get(key);
    return value == null ? "" : value.toString();
  }

  /** A copy in which every reference is another. */
  static Object withReferences(Object tree, UnaryOperator<String> change) {
    return switch (tree) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map(map)
            .forEach(
                (key, value) ->
                    copy.put(
                        key,
                        key.equals("$ref") && value instanceof String reference
                            ? change.apply(reference)
                            : value == null ? "" : withReferences(value, change)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(item -> copy.add(item == null ? "" : withReferences(item, change)));
        yield copy;
      }
      default -> tree;
    };
  }
}
