package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What an author says of a talk. A note without a verdict is undecided. */
@Serdeable
public enum Verdict {
  BEST("best"),
  WORTH_WATCHING("worth-watching"),
  WATCHED("watched"),
  SKIP("skip");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** The word that stands for this verdict in JSON, in front matter and in an outline. */
  @JsonValue
  public String word() {
    return word;
  }

  /**
   * @throws IllegalArgumentException if no verdict has that word; the message lists those there are
   */
  @JsonCreator
  public static Verdict of(String word) {
    for (Verdict verdict : values()) {
      if (verdict.word.equals(word)) {
        return verdict;
      }
    }
    throw new IllegalArgumentException(
        "must be one of "
            + Arrays.stream(values()).map(Verdict::word).collect(Collectors.joining(", ")));
  }
}
