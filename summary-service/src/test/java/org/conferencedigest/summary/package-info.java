/** Tests of the summary service as a whole. */
@NullMarked
package org.conferencedigest.summary;

import org.jspecify.annotations.NullMarked;
