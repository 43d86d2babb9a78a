package org.conferencedigest.embedded.command;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a server said about an import, for a person to read: what came of a programme or a post; of
 * anything else a line for each member of the JSON object, lists with an item a line.
 */
record Report(String json) {

  private static final String ITEM = "  ";
  private static final String MORE = "    ";

  String lines() {
    try {
      Map<String, Object> report = JSONObjectUtils.parse(json);
      if (ProgrammeReport.isOne(report)) {
        return new ProgrammeReport(new Reported(report)).lines();
      }
      if (PostReport.isOne(report)) {
        return new PostReport(new Reported(report)).lines();
      }
      StringJoiner lines = new StringJoiner("\n");
      report.forEach((name, value) -> append(lines, name, value));
      return lines.toString();
    } catch (ParseException e) {
      // No object: then what it said is shown as it is.
      return json;
    }
  }

  private static void append(StringJoiner lines, String name, Object value) {
    if (value instanceof List<?> items) {
      lines.add("%s: %d".formatted(name, items.size()));
      items.forEach(item -> lines.add(Wrapped.lines(ITEM, MORE, one(item))));
    } else {
      lines.add(Wrapped.lines("", ITEM, name + ": " + one(value)));
    }
  }

  /** One thing in one line: what it has no word on is left out. */
  private static String one(Object value) {
    if (value instanceof Map<?, ?> fields) {
      StringJoiner text = new StringJoiner(", ");
      fields.forEach(
          (name, field) -> {
            if (field != null && !(field instanceof List<?> none && none.isEmpty())) {
              text.add(name + " " + one(field));
            }
          });
      return text.toString();
    }
    if (value instanceof List<?> items) {
      StringJoiner text = new StringJoiner(" and ");
      items.forEach(item -> text.add(one(item)));
      return text.toString();
    }
    return String.valueOf(value);
  }
}
