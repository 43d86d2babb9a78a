package org.conferencedigest.foundation.outbox;

import java.util.List;

/** Where a service puts the events of a transaction. */
public interface Outbox {

  /**
   * Puts messages into the current transaction: they are sent if and only if it commits, at least
   * once each, soon after.
   *
   * @throws IllegalStateException if there is no transaction
   */
  void append(List<OutboxMessage> messages);

  /** As {@link #append(List)}, for one. */
  default void append(OutboxMessage message) {
    append(List.of(message));
  }
}
