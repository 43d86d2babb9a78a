/** Tests of {@link org.conferencedigest.foundation.identity}. */
@NullMarked
package org.conferencedigest.foundation.identity;

import org.jspecify.annotations.NullMarked;
