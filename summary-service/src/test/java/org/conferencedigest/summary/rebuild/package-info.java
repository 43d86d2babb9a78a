/** Tests of the package of the same name. */
@NullMarked
package org.conferencedigest.summary.rebuild;

import org.jspecify.annotations.NullMarked;
