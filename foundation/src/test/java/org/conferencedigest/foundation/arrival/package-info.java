/** Tests of {@link org.conferencedigest.foundation.arrival}. */
@NullMarked
package org.conferencedigest.foundation.arrival;

import org.jspecify.annotations.NullMarked;
