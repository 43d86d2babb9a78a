/** How much one client may ask, and how large a request may be. */
@NullMarked
package org.conferencedigest.gateway.limit;

import org.jspecify.annotations.NullMarked;
