/** The system's HTTP API as the command line and the demonstration use it. */
@NullMarked
package org.conferencedigest.embedded.client;

import org.jspecify.annotations.NullMarked;
