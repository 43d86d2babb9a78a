/** Lists of recordings, as the project pyvideo.org keeps them. */
@NullMarked
package org.conferencedigest.notes.schedule.pyvideo;

import org.jspecify.annotations.NullMarked;
