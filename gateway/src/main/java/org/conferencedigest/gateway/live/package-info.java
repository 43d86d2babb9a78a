/** The changes of a digest as they happen, as server-sent events. */
@NullMarked
package org.conferencedigest.gateway.live;

import org.jspecify.annotations.NullMarked;
