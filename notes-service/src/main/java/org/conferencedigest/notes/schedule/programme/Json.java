package org.conferencedigest.notes.schedule.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON file, with where it stands. What is not there is a value, too, and holds
 * nothing: so that whoever reads need not ask at each step.
 *
 * @param value a map, a list, a text (numbers and booleans are as they are written), or null
 * @param path a JSON pointer (RFC 6901)
 */
public record Json(@Nullable Object value, String path) {

  /** A member of an object. */
  public Json at(String name) {
    Object member = value instanceof Map<?, ?> map ? map.get(name) : null;
    return new Json(member, path + "/" + name.replace("~", "~0").replace("/", "~1"));
  }

  /** The first of these members that holds something. */
  public Json either(String... names) {
    for (String name : names) {
      Json member = at(name);
      if (!member.isNothing()) {
        return member;
      }
    }
    return at(names[0]);
  }

  public boolean isNothing() {
    return value == null;
  }

  public boolean isObject() {
    return value instanceof Map<?, ?>;
  }

  public boolean isList() {
    return value instanceof List<?>;
  }

  /** The items of a list; none of what is no list. */
  public List<Json> items() {
    List<Json> items = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        items.add(new Json(list.get(i), path + "/" + i));
      }
    }
    return items;
  }

  /** The members of an object, in their order; none of what is no object. */
  public Map<String, Json> members() {
    Map<String, Json> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      for (Object name : map.keySet()) {
        members.put(name.toString(), at(name.toString()));
      }
    }
    return members;
  }

  /**
   * A text; of an object of texts by language the English one, else the first; null if there is
   * none.
   */
  public @Nullable String text() {
    return switch (value) {
      case String text -> text.isBlank() ? null : text;
      case Map<?, ?> languages -> {
        String english = at("en").text();
        yield english != null || languages.isEmpty()
            ? english
            : languages.values().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
      }
      case null, default -> null;
    };
  }

  /** The text of a member; null if there is none. */
  public @Nullable String text(String name) {
    return at(name).text();
  }
}
