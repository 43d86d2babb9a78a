package org.conferencedigest.summary.deadletter;

import java.util.List;
import org.conferencedigest.events.EventType;

/** Where dead letters lie. */
final class LetterTopics {

  private static final List<EventType> CONSUMED =
      List.of(EventType.TALK_REVIEWED, EventType.CONFERENCE_CHANGED);

  /** All of them. */
  static final List<String> ALL = CONSUMED.stream().map(EventType::deadLetterTopic).toList();

  private LetterTopics() {}

  /** Where the letters of a topic lie. */
  static String of(String topic) {
    return CONSUMED.stream()
        .filter(type -> type.topic().equals(topic))
        .map(EventType::deadLetterTopic)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no events are taken from " + topic));
  }
}
