/** Tests of the import. */
@NullMarked
package org.conferencedigest.notes.importing;

import org.jspecify.annotations.NullMarked;
