package org.conferencedigest.notes.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.conferencedigest.notes.Service.EDITOR;
import static org.conferencedigest.notes.Service.NOBODY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conferencedigest.notes.Answer;
import org.conferencedigest.notes.Service;
import org.conferencedigest.notes.Stored;

/** Imports programmes into a service, and reads what came of them. */
record Importing(Service service) {

  Answer send(String conference, byte[] file, String query, String type) {
    return service.sendBytes(
        "POST", "/" + conference + "/schedule" + query, EDITOR, file, "Content-Type", type);
  }

  /** Sends a text as what it surely is not called. */
  Answer send(String conference, String file) {
    return send(conference, file.getBytes(UTF_8), "", "application/octet-stream");
  }

  Answer send(String conference, String file, String query) {
    return send(conference, file.getBytes(UTF_8), query, "application/octet-stream");
  }

  /** The talks of a conference by slug. */
  Map<String, Map<?, ?>> talks(String conference) {
    Map<String, Map<?, ?>> talks = new LinkedHashMap<>();
    String cursor = "";
    do {
      Answer page = service.get("/" + conference + "/talks?limit=200" + cursor, NOBODY).is(200);
      for (Object item : (List<?>) Objects.requireNonNull(page.at("items"))) {
        Map<?, ?> talk = (Map<?, ?>) item;
        talks.put(String.valueOf(talk.get("slug")), talk);
      }
      Object next = page.at("next");
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    return talks;
  }

  /** What a list of each talk holds, one after the other. */
  static List<Map<?, ?>> each(Map<String, Map<?, ?>> talks, String list) {
    List<Map<?, ?>> all = new ArrayList<>();
    talks
        .values()
        .forEach(
            talk ->
                ((List<?>) Objects.requireNonNull(talk.get(list)))
                    .forEach(item -> all.add((Map<?, ?>) item)));
    return all;
  }

  /** What the report says of the file, without where. */
  static List<String> sentences(Answer report) {
    return report.each("problems", "sentence");
  }

  /** The counts of a report: added, changed, unchanged, cancelled. */
  static List<Integer> counts(Answer report) {
    return List.of(
        number(report, "added"),
        number(report, "changed"),
        number(report, "unchanged"),
        number(report, "cancelled"));
  }

  private static int number(Answer report, String name) {
    return ((Number) Objects.requireNonNull(report.at(name))).intValue();
  }

  /** The keys of the events of a conference, in their order. */
  List<String> events(String conference) {
    return Stored.events(service.database()).stream()
        .map(Stored.Event::key)
        .filter(key -> key.equals(conference) || key.startsWith(conference + "/"))
        .toList();
  }
}
