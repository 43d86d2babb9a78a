package org.conferencedigest.embedded.command;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a server said about an import, for a person to read: a line for each member of the JSON
 * object, lists with an item a line.
 */
record Report(String json) {

  String lines() {
    StringJoiner lines = new StringJoiner("\n");
    try {
      JSONObjectUtils.parse(json).forEach((name, value) -> append(lines, name, value));
    } catch (ParseException e) {
      // No object: then what it said is shown as it is.
      return json;
    }
    return lines.toString();
  }

  private static void append(StringJoiner lines, String name, Object value) {
    if (value instanceof List<?> items) {
      lines.add("%s: %d".formatted(name, items.size()));
      items.forEach(item -> lines.add("  " + one(item)));
    } else {
      lines.add(name + ": " + one(value));
    }
  }

  private static String one(Object value) {
    if (value instanceof Map<?, ?> fields) {
      StringJoiner text = new StringJoiner(", ");
      fields.forEach((name, field) -> text.add(name + " " + field));
      return text.toString();
    }
    return String.valueOf(value);
  }
}
