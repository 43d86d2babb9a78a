/** Events that leave with the transaction that made them: the outbox and the relay to Kafka. */
@NullMarked
package org.conferencedigest.foundation.outbox;

import org.jspecify.annotations.NullMarked;
