/** Lists in pages: by cursor, in the order of slugs. */
@NullMarked
package org.conferencedigest.notes.paging;

import org.jspecify.annotations.NullMarked;
