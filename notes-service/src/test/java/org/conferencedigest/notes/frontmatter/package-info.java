/** Tests of front matter. */
@NullMarked
package org.conferencedigest.notes.frontmatter;

import org.jspecify.annotations.NullMarked;
