/**
 * Blog content becomes a conference: pages become notes, and the post that sums them up becomes
 * outline, entries, recommendations and verdicts, from which the same post is made again.
 */
@NullMarked
package org.conferencedigest.notes.importing;

import org.jspecify.annotations.NullMarked;
