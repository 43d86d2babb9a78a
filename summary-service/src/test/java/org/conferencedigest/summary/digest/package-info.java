/** Tests of this package. */
@NullMarked
package org.conferencedigest.summary.digest;

import org.jspecify.annotations.NullMarked;
