/** The main class of the broker's process: one Kafka node that is both controller and broker. */
@NullMarked
package org.conferencedigest.embedded.broker;

import org.jspecify.annotations.NullMarked;
