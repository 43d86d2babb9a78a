package org.conferencedigest.summary.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has come.
 *
 * @param records to read when it began, at the most
 * @param read of these, and of those that came since
 * @param unreadable records that are no events; they were dead letters when they came
 * @param conferences to replace; known when all records are read
 * @param revised digests whose bytes changed and that have a new revision
 * @param failure why it failed; null if it did not
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Progress(
    long id,
    State state,
    Instant startedAt,
    @Nullable Instant finishedAt,
    long records,
    long read,
    long unreadable,
    int conferences,
    int replaced,
    int revised,
    @Nullable String failure) {

  /** What it is doing. */
  @Serdeable
  enum State {
    READING,
    REPLACING,
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

  static Progress started(long id, Instant at) {
    return new Progress(id, State.READING, at, null, 0, 0, 0, 0, 0, 0, null);
  }

  Progress withRecords(long count) {
    return new Progress(
        id,
        state,
        startedAt,
        finishedAt,
        count,
        read,
        unreadable,
        conferences,
        replaced,
        revised,
        failure);
  }

  Progress withRead(int more, int unreadableOnes) {
    return new Progress(
        id,
        state,
        startedAt,
        finishedAt,
        records,
        read + more,
        unreadable + unreadableOnes,
        conferences,
        replaced,
        revised,
        failure);
  }

  Progress replacing(int count) {
    return new Progress(
        id, State.REPLACING, startedAt, null, records, read, unreadable, count, 0, 0, null);
  }

  Progress withReplaced(boolean withNewRevision) {
    return new Progress(
        id,
        state,
        startedAt,
        finishedAt,
        records,
        read,
        unreadable,
        conferences,
        replaced + 1,
        withNewRevision ? revised + 1 : revised,
        failure);
  }

  Progress over(@Nullable Instant at, @Nullable String reason) {
    return new Progress(
        id,
        reason == null ? State.DONE : State.FAILED,
        startedAt,
        at,
        records,
        read,
        unreadable,
        conferences,
        replaced,
        revised,
        reason);
  }
}
