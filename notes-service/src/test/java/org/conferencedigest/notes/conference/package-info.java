/** Tests of conferences over HTTP. */
@NullMarked
package org.conferencedigest.notes.conference;

import org.jspecify.annotations.NullMarked;
