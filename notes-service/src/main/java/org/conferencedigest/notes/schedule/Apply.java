package org.conferencedigest.notes.schedule;

import java.util.Arrays;
import java.util.Locale;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.schedule.recording.Match;
import org.jspecify.annotations.Nullable;

/** Which of the recordings that are likely of a talk are added to it. */
enum Apply {
  SURE,
  ALL,
  NONE;

  /**
   * @param word without one, {@link #SURE}
   * @throws ProblemException 422 if there is no such choice
   */
  static Apply of(@Nullable String word) {
    if (word == null) {
      return SURE;
    }
    return Arrays.stream(values())
        .filter(apply -> apply.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () -> ProblemException.invalid("#apply", "apply must be one of sure, all, none"));
  }

  boolean takes(Match match) {
    return switch (this) {
      case SURE -> match.isSure();
      case ALL -> true;
      case NONE -> false;
    };
  }
}
