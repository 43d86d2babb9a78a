/** Tests of {@link org.conferencedigest.foundation.etag}. */
@NullMarked
package org.conferencedigest.foundation.etag;

import org.jspecify.annotations.NullMarked;
