package org.conferencedigest.foundation.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Utils;

/** The unit in which rows are ordered and leased: all rows of a conference are in one lane. */
final class Lane {

  /** How many there are; a number in the database's rows, so it is no setting. */
  static final int COUNT = 12;

  private Lane() {}

  static short of(String partitionKey) {
    return (short) hash(partitionKey, COUNT);
  }

  /** The partition that Kafka's own clients choose for a record with that key. */
  static int hash(String partitionKey, int partitions) {
    return Utils.toPositive(Utils.murmur2(partitionKey.getBytes(UTF_8))) % partitions;
  }
}
