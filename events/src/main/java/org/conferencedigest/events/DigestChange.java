package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a reader of a digest sees change.
 *
 * @param note whose entry or recommendation it is; null: the author's prose or the settings
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DigestChange(Kind kind, @Nullable String note) {

  /** What happened to it. */
  @Serdeable
  public enum Kind {
    ADDED,
    CHANGED,
    MOVED,
    REMOVED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
