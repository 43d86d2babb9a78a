/** What a file tells of a conference and its talks, whatever its format: cleaned, within bounds. */
@NullMarked
package org.conferencedigest.notes.schedule.programme;

import org.jspecify.annotations.NullMarked;
