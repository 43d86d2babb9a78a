/** How events leave: into the outbox, in the transaction of the change they tell of. */
@NullMarked
package org.conferencedigest.notes.publishing;

import org.jspecify.annotations.NullMarked;
