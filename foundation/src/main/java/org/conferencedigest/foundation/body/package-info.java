/** A request's body is taken whole, as it was sent, or not at all. */
@NullMarked
package org.conferencedigest.foundation.body;

import org.jspecify.annotations.NullMarked;
