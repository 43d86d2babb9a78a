/** Conferences: their dates, and the settings and outline of their digests. */
@NullMarked
package org.conferencedigest.notes.conference;

import org.jspecify.annotations.NullMarked;
