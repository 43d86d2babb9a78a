/** Entity tags and the preconditions made of them (RFC 9110, sections 8.8.3 and 13). */
@NullMarked
package org.conferencedigest.foundation.etag;

import org.jspecify.annotations.NullMarked;
