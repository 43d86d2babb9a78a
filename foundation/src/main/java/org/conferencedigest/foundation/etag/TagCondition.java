package org.conferencedigest.foundation.etag;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.conferencedigest.foundation.problem.ProblemException;

/** What a conditional header lists. */
public sealed interface TagCondition {

  /** The header is absent. */
  record None() implements TagCondition {}

  /** {@code *}: anything at all. */
  record Any() implements TagCondition {}

  /** One of these. */
  record OneOf(List<EntityTag> tags) implements TagCondition {

    public OneOf {
      tags = List.copyOf(tags);
    }

    boolean has(Predicate<EntityTag> match) {
      return tags.stream().anyMatch(match);
    }
  }

  /**
   * What the lines of one header say together.
   *
   * @param lines the values of the header, one per line of the request
   * @throws ProblemException 400 if they are no {@code "*" / #entity-tag}
   */
  static TagCondition parse(String header, List<String> lines) {
    if (lines.isEmpty()) {
      return new None();
    }
    String list = String.join(",", lines);
    if (list.strip().equals("*")) {
      return new Any();
    }
    try {
      return new OneOf(tags(list));
    } catch (IllegalArgumentException e) {
      throw ProblemException.malformed(
          "The header " + header + " must be \"*\" or a list of quoted entity tags.");
    }
  }

  // Commas may stand inside a tag, so the list is read from left to right, not split.
  private static List<EntityTag> tags(String list) {
    List<EntityTag> tags = new ArrayList<>();
    int at = 0;
    boolean afterTag = false;
    while (at < list.length()) {
      char c = list.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
      } else if (c == ',') {
        afterTag = false;
        at++;
      } else {
        boolean weak = list.startsWith("W/\"", at);
        int open = weak ? at + 2 : at;
        int close = list.indexOf('"', open + 1);
        if (afterTag || list.charAt(open) != '"' || close < 0) {
          throw new IllegalArgumentException("not a list of entity tags");
        }
        tags.add(new EntityTag(list.substring(open + 1, close), weak));
        afterTag = true;
        at = close + 1;
      }
    }
    if (tags.isEmpty()) {
      throw new IllegalArgumentException("an empty list of entity tags");
    }
    return tags;
  }
}
