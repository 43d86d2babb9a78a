package org.conferencedigest.foundation.outbox;

import java.time.Instant;

/**
 * A row of the outbox that waits to be sent.
 *
 * @param headers a JSON object of texts
 * @param createdAt by the clock of the database
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record OutboxRow(
    long id,
    short lane,
    String topic,
    String key,
    String partitionKey,
    String headers,
    byte[] body,
    Instant createdAt) {}
