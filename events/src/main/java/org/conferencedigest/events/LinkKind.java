package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What a talk's link leads to. */
@Serdeable
public enum LinkKind {
  RECORDING,
  SLIDES,
  PAPER,
  CODE,
  OTHER;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no kind has that word; the message lists those there are
   */
  @JsonCreator
  public static LinkKind of(String word) {
    for (LinkKind kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("must be one of recording, slides, paper, code, other");
  }
}
