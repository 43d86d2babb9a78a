/** Tests of the package of the same name. */
@NullMarked
package org.conferencedigest.summary.lint;

import org.jspecify.annotations.NullMarked;
