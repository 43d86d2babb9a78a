/** What the events have told so far: the highest version of each conference and note, stored. */
@NullMarked
package org.conferencedigest.summary.state;

import org.jspecify.annotations.NullMarked;
