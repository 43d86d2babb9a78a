/** Builds every digest anew from the topics alone, while the old ones are served. */
@NullMarked
package org.conferencedigest.summary.rebuild;

import org.jspecify.annotations.NullMarked;
