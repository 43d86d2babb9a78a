package org.conferencedigest.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note as it stands in a digest.
 *
 * @param href of its page
 * @param html what it says, safe
 * @param author who wrote it; null where all of the digest is by one
 */
public record Entry(
    String slug,
    String title,
    String href,
    String html,
    @Nullable Badge badge,
    @Nullable String author,
    @Nullable String authorHref,
    List<Person> speakers,
    List<Resource> resources,
    List<Companion> companions) {

  public Entry {
    speakers = List.copyOf(speakers);
    resources = List.copyOf(resources);
    companions = List.copyOf(companions);
  }
}
