/** Records that cannot be applied: kept with the reason, listed, replayed and purged. */
@NullMarked
package org.conferencedigest.summary.deadletter;

import org.jspecify.annotations.NullMarked;
