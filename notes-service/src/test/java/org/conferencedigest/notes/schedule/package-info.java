/** Tests of programmes. */
@NullMarked
package org.conferencedigest.notes.schedule;

import org.jspecify.annotations.NullMarked;
