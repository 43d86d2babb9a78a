/** Tests of the package of the same name. */
@NullMarked
package org.conferencedigest.summary.revision;

import org.jspecify.annotations.NullMarked;
