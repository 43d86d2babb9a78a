/** Turns what is known of a conference into the revisions of its digest, and tells of each. */
@NullMarked
package org.conferencedigest.summary.revision;

import org.jspecify.annotations.NullMarked;
