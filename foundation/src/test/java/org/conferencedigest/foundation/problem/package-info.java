/** Tests of {@link org.conferencedigest.foundation.problem}. */
@NullMarked
package org.conferencedigest.foundation.problem;

import org.jspecify.annotations.NullMarked;
