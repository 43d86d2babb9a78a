/** The front matter of pages: read in the author's format, changed without touching the rest. */
@NullMarked
package org.conferencedigest.notes.frontmatter;

import org.jspecify.annotations.NullMarked;
