package org.conferencedigest.foundation.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A topic a service needs. It is made at start if it is not there; one that is there is left as it
 * is. A service declares its topics as beans of this type.
 *
 * @param config the topic's configuration where it differs from the broker's
 */
public record Topic(String name, int partitions, Map<String, String> config) {

  public Topic {
    config = Map.copyOf(config);
  }

  /** A topic that keeps the last record of each key for ever. */
  public static Topic compacted(String name, int partitions) {
    return new Topic(name, partitions, Map.of("cleanup.policy", "compact"));
  }

  /** A topic that keeps each record for a time. */
  public static Topic kept(String name, int partitions, Duration retention) {
    return new Topic(
        name,
        partitions,
        Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis())));
  }

  /**
   * The same with records of up to that size; without this, the broker's limit holds (1 MiB).
   *
   * @param bytes of a record, with its key and headers, as it is sent
   */
  public Topic withRecordsUpTo(int bytes) {
    Map<String, String> larger = new HashMap<>(config);
    larger.put("max.message.bytes", Integer.toString(bytes));
    return new Topic(name, partitions, larger);
  }
}
