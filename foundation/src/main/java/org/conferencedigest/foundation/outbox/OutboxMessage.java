package org.conferencedigest.foundation.outbox;

import java.util.Map;

/**
 * A record for a Kafka topic. Messages of one key are sent in the order their transactions
 * committed, provided that the writers of a key lock its row before they append; messages of
 * different keys in any order.
 *
 * @param key the record's key
 * @param partitionKey what the partition is chosen by: the conference
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared, not copied for its size
public record OutboxMessage(
    String topic, String key, String partitionKey, Map<String, String> headers, byte[] body) {

  public OutboxMessage {
    headers = Map.copyOf(headers);
  }
}
