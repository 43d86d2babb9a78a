/** Finds what an author may have meant otherwise. It warns; it never refuses. */
@NullMarked
package org.conferencedigest.summary.lint;

import org.jspecify.annotations.NullMarked;
