/** Zips of strangers: unpacked into memory only, and never more than is allowed. */
@NullMarked
package org.conferencedigest.notes.archive;

import org.jspecify.annotations.NullMarked;
