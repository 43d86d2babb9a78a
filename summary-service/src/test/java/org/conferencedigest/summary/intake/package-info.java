/** Tests of the package of the same name. */
@NullMarked
package org.conferencedigest.summary.intake;

import org.jspecify.annotations.NullMarked;
