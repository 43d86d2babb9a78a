/** How answers look: entity tags, locations, and the token of a write. */
@NullMarked
package org.conferencedigest.notes.answer;

import org.jspecify.annotations.NullMarked;
