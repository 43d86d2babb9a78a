package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What sort of item of the programme a talk is. */
@Serdeable
public enum TalkKind {
  TALK,
  KEYNOTE,
  WORKSHOP,
  PANEL,
  LIGHTNING,
  OTHER;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no kind has that word; the message lists those there are
   */
  @JsonCreator
  public static TalkKind of(String word) {
    for (TalkKind kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "must be one of talk, keynote, workshop, panel, lightning, other");
  }
}
