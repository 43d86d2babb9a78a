/** Tests of {@link org.conferencedigest.foundation.body}. */
@NullMarked
package org.conferencedigest.foundation.body;

import org.jspecify.annotations.NullMarked;
