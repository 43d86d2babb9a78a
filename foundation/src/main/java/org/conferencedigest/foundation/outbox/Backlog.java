package org.conferencedigest.foundation.outbox;

import java.time.Duration;

/**
 * What the outbox holds.
 *
 * @param waiting rows to be sent
 * @param setAside rows that cannot be sent
 * @param age of the oldest that waits; zero if none does
 */
record Backlog(long waiting, long setAside, Duration age) {}
