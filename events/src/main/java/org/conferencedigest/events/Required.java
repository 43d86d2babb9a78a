package org.conferencedigest.events;

import org.jspecify.annotations.Nullable;

/** Refuses events that lack what every event of their kind has, with a message that names it. */
final class Required {

  private Required() {}

  static void present(String name, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }

  static void slug(String name, @Nullable String value) {
    present(name, value);
    if (value != null && !Slug.isValid(value)) {
      throw new IllegalArgumentException(name + " is not a slug");
    }
  }

  static void version(long value) {
    if (value < 1) {
      throw new IllegalArgumentException("version must be at least 1");
    }
  }
}
