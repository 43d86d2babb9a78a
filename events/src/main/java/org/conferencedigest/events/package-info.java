/**
 * The event contract: what the services tell each other, as records, and how it travels on Kafka.
 * Nothing else is shared between them.
 */
@NullMarked
package org.conferencedigest.events;

import org.jspecify.annotations.NullMarked;
