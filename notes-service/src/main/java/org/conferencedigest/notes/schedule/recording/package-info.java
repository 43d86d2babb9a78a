/** Recordings that arrive when the talks are there already: which of them is of which talk. */
@NullMarked
package org.conferencedigest.notes.schedule.recording;

import org.jspecify.annotations.NullMarked;
