package org.conferencedigest.foundation.outbox;

import java.util.Map;

/** A row of the outbox that waits to be sent. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record OutboxRow(
    long id,
    short lane,
    String topic,
    String key,
    String partitionKey,
    Map<String, String> headers,
    byte[] body) {

  /** What order matters within: records of one key in one topic. */
  record Sequence(String topic, String key) {}

  Sequence sequence() {
    return new Sequence(topic, key);
  }
}
