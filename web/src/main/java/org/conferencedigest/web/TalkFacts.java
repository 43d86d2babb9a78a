package org.conferencedigest.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A talk that a note is about.
 *
 * @param about when and where it was, in words; null: not known
 * @param companions other notes on it
 */
public record TalkFacts(
    String title,
    @Nullable String about,
    @Nullable String summary,
    List<Person> speakers,
    List<Resource> resources,
    List<Companion> companions) {

  public TalkFacts {
    speakers = List.copyOf(speakers);
    resources = List.copyOf(resources);
    companions = List.copyOf(companions);
  }
}
