/** Tests of notes over HTTP. */
@NullMarked
package org.conferencedigest.notes.note;

import org.jspecify.annotations.NullMarked;
