package org.conferencedigest.foundation.outbox;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A row that cannot be sent, without its text.
 *
 * @param size of the body in bytes
 */
@Serdeable
record SetAsideRow(
    long id,
    String topic,
    String key,
    long size,
    Instant createdAt,
    Instant setAsideAt,
    String reason) {}
