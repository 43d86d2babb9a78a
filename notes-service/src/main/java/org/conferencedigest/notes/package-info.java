/** The notes service: where conferences, talks and notes are written. */
@NullMarked
package org.conferencedigest.notes;

import org.jspecify.annotations.NullMarked;
