package org.conferencedigest.notes.schedule.programme;

import org.jspecify.annotations.Nullable;

/**
 * Where in a file something stands.
 *
 * @param line from 1; null if the format has none that mean something
 * @param path a JSON pointer, or a file in a zip and a pointer into it; null if a line says it
 */
public record Place(@Nullable Integer line, @Nullable String path) {

  public static Place line(int line) {
    return new Place(line, null);
  }

  public static Place path(String path) {
    return new Place(null, path);
  }
}
