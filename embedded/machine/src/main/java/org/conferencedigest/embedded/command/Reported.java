package org.conferencedigest.embedded.command;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A report of a server, by the names of its members; what is not there is empty. */
record Reported(Map<String, Object> members) {

  String text(String name) {
    return String.valueOf(members.get(name));
  }

  int count(String name) {
    return members.get(name) instanceof List<?> items ? items.size() : 0;
  }

  List<String> words(String name) {
    return words(members.get(name));
  }

  static List<String> words(@Nullable Object list) {
    return list instanceof List<?> items ? items.stream().map(String::valueOf).toList() : List.of();
  }

  List<Map<?, ?>> list(String name) {
    return members.get(name) instanceof List<?> items
        ? items.stream()
            .filter(Map.class::isInstance)
            .<Map<?, ?>>map(item -> (Map<?, ?>) item)
            .toList()
        : List.of();
  }

  static long percent(@Nullable Object confidence) {
    return confidence instanceof Number number ? Math.round(number.doubleValue() * 100) : 0;
  }

  /** What is odd in what was sent, and where. */
  void problems(StringJoiner lines) {
    List<Map<?, ?>> problems = list("problems");
    int more = members.get("moreProblems") instanceof Number number ? number.intValue() : 0;
    if (!problems.isEmpty()) {
      lines.add("In the file (%d):".formatted(problems.size() + more));
    }
    for (Map<?, ?> problem : problems) {
      lines.add(Wrapped.lines("  ", "    ", place(problem) + problem.get("sentence")));
    }
    if (more > 0) {
      lines.add("  and %d more".formatted(more));
    }
  }

  private static String place(Map<?, ?> problem) {
    StringJoiner place = new StringJoiner(", ", "", ": ").setEmptyValue("");
    for (String name : List.of("file", "path")) {
      if (problem.get(name) instanceof String words && !words.isEmpty()) {
        place.add(words);
      }
    }
    if (problem.get("line") != null) {
      place.add("line " + problem.get("line"));
    }
    return place.toString();
  }
}
