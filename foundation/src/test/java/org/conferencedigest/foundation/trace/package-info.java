/** Tests of {@link org.conferencedigest.foundation.trace}. */
@NullMarked
package org.conferencedigest.foundation.trace;

import org.jspecify.annotations.NullMarked;
