/** Talks: the programme of a conference. */
@NullMarked
package org.conferencedigest.notes.talk;

import org.jspecify.annotations.NullMarked;
