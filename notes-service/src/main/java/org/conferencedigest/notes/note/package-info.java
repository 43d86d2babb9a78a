/** Notes: an author's pages on talks, with what they say to the digest, and their history. */
@NullMarked
package org.conferencedigest.notes.note;

import org.jspecify.annotations.NullMarked;
