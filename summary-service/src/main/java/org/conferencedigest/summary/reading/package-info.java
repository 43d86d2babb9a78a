/** Serves digests over HTTP, from memory, at any instance. */
@NullMarked
package org.conferencedigest.summary.reading;

import org.jspecify.annotations.NullMarked;
