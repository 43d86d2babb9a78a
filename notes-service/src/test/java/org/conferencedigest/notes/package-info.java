/** Tests of the notes service. */
@NullMarked
package org.conferencedigest.notes;

import org.jspecify.annotations.NullMarked;
