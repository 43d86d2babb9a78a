/** Tests of talks over HTTP. */
@NullMarked
package org.conferencedigest.notes.talk;

import org.jspecify.annotations.NullMarked;
