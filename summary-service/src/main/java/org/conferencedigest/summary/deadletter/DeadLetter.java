package org.conferencedigest.summary.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that cannot be applied.
 *
 * @param reason why, in words an operator can act on
 * @param keepsBody whether its body is worth keeping; one over the limit is not
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record, String reason, boolean keepsBody) {}
