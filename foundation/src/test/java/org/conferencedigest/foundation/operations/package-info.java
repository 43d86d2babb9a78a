/** Tests of {@link org.conferencedigest.foundation.operations}. */
@NullMarked
package org.conferencedigest.foundation.operations;

import org.jspecify.annotations.NullMarked;
