/** Tests of the package of the same name. */
@NullMarked
package org.conferencedigest.summary.reading;

import org.jspecify.annotations.NullMarked;
