package org.conferencedigest.gateway.desk;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A talk of the programme, as far as the desk shows it. */
@Serdeable
record Talk(
    String slug,
    String title,
    String kind,
    @Nullable LocalDateTime start,
    @Nullable Integer minutes,
    @Nullable String room,
    @Nullable String track,
    @Nullable Boolean cancelled,
    @Nullable List<Speaker> speakers) {

  /** Who speaks. */
  @Serdeable
  record Speaker(String name, @Nullable String affiliation) {}

  boolean isCancelled() {
    return Boolean.TRUE.equals(cancelled);
  }

  /** The names of all speakers. */
  String names() {
    return speakers == null
        ? ""
        : speakers.stream().map(Speaker::name).collect(Collectors.joining(", "));
  }

  /** Room and track, and what it is if it is no ordinary talk. */
  String about() {
    return Stream.of(kind.equals("talk") || kind.equals("other") ? null : kind, room, track)
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" · "));
  }

  /** Whether it is on at a time; a talk that does not say how long it is lasts an hour. */
  boolean isOn(LocalDateTime at) {
    return start != null
        && !isCancelled()
        && !at.isBefore(start)
        && at.isBefore(start.plusMinutes(minutes == null || minutes <= 0 ? 60 : minutes));
  }
}
