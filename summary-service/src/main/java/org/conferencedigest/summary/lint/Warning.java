package org.conferencedigest.summary.lint;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that an author may have meant otherwise.
 *
 * @param code the kind of warning; never changes its meaning
 * @param severity how sure it is that readers miss something
 * @param place what it is about: {@code outline}, {@code summary}, {@code notes/SLUG}, {@code
 *     notes/SLUG/entry}, {@code notes/SLUG/recommendation}, {@code notes/SLUG/body}, {@code
 *     talks/SLUG}
 * @param line of the text that the place names, from 1; null if it is about more than a line
 * @param sentence for a person to read: what is the matter, and what to do
 * @param candidates slugs of notes that may have been meant, the nearest first
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Warning(
    String code,
    Severity severity,
    String place,
    @Nullable Integer line,
    String sentence,
    List<String> candidates) {

  public Warning {
    candidates = List.copyOf(candidates);
  }

  static Warning about(String place, String code, Severity severity, String sentence) {
    return new Warning(code, severity, place, null, sentence, List.of());
  }
}
