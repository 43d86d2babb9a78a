/** What the event contract promises. */
@NullMarked
package org.conferencedigest.events;

import org.jspecify.annotations.NullMarked;
