package org.conferencedigest.summary.lint;

import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** How sure it is that readers miss something. */
@Serdeable
public enum Severity {
  /** They find a contradiction, or words where a link was meant. */
  ERROR,
  /** It may be just as it is meant. */
  WARNING;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
