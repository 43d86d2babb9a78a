/**
 * Sees talks in Markdown as a reader does: their titles, who speaks, what is linked, how good they
 * are; and says how sure it is. It knows nothing of conferences, notes or files.
 */
@NullMarked
package org.conferencedigest.notes.recognition;

import org.jspecify.annotations.NullMarked;
