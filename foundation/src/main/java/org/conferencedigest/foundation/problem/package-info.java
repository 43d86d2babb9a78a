/** Every failure a client sees, as problem details (RFC 9457). */
@NullMarked
package org.conferencedigest.foundation.problem;

import org.jspecify.annotations.NullMarked;
