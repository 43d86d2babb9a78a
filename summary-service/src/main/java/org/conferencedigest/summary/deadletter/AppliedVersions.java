package org.conferencedigest.summary.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Knows what was applied since a record became a dead letter. */
public interface AppliedVersions {

  /**
   * Whether the same or a newer version was applied of the entity that a record tells of. Then the
   * record must not go back to its topic: it would be the last one of its key there, and compaction
   * would drop the newer one. A record that cannot be read has no version, and is not superseded.
   *
   * @param record as it was on its own topic
   */
  boolean supersede(ConsumerRecord<byte[], byte[]> record);
}
