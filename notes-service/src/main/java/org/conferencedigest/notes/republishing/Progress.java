package org.conferencedigest.notes.republishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a republication has come.
 *
 * @param conference the only one it is about; null for all
 * @param retractUnknown whether what is unknown here is retracted
 * @param counts what it has done
 * @param failure why it failed; null if it did not
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Progress(
    long id,
    State state,
    @Nullable String conference,
    boolean retractUnknown,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Counts counts,
    @Nullable String failure) {

  /** What it is doing. */
  @Serdeable
  enum State {
    READING,
    PUBLISHING,
    DONE,
    FAILED;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isOver() {
      return this == DONE || this == FAILED;
    }
  }

  /**
   * What it has done.
   *
   * @param read records of the topics
   * @param unreadable those of them that are no events
   * @param conferences published again, deleted ones too
   * @param notes published again, retracted ones too
   * @param unknown conferences and notes that the topics hold as published, and this service not
   * @param refused notes that are too large for an event by now
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Counts(
      long read, long unreadable, long conferences, long notes, long unknown, long refused) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    Counts plus(Counts more) {
      return new Counts(
          read + more.read,
          unreadable + more.unreadable,
          conferences + more.conferences,
          notes + more.notes,
          unknown + more.unknown,
          refused + more.refused);
    }
  }

  static Progress started(long id, Wanted wanted, Instant at) {
    return new Progress(
        id,
        State.READING,
        wanted.conference(),
        wanted.retractUnknown(),
        at,
        null,
        Counts.NONE,
        null);
  }

  Progress with(Counts more) {
    return new Progress(
        id, state, conference, retractUnknown, startedAt, finishedAt, counts.plus(more), failure);
  }

  Progress publishing() {
    return new Progress(
        id, State.PUBLISHING, conference, retractUnknown, startedAt, null, counts, null);
  }

  Progress over(@Nullable Instant at, @Nullable String reason) {
    return new Progress(
        id,
        reason == null ? State.DONE : State.FAILED,
        conference,
        retractUnknown,
        startedAt,
        at,
        counts,
        reason);
  }
}
