/** A restored database and lost topics, on real ones. */
@NullMarked
package org.conferencedigest.notes.republishing;

import org.jspecify.annotations.NullMarked;
