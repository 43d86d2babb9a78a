package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** What stands in a digest. */
final class Entries {

  private Entries() {}

  /** The text of each note's entry; fails if one stands there twice. */
  static Map<String, String> of(JsonNode digest) {
    Map<String, String> entries = new TreeMap<>();
    for (JsonNode list : digest.findValues("entries")) {
      for (JsonNode entry : list) {
        String twice =
            entries.put(entry.path("note").asText(), entry.path("markdown").asText().strip());
        assertThat(twice).as("no note stands twice").isNull();
      }
    }
    return entries;
  }
}
