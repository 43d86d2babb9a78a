/** Tests of {@link org.conferencedigest.foundation.outbox}. */
@NullMarked
package org.conferencedigest.foundation.outbox;

import org.jspecify.annotations.NullMarked;
