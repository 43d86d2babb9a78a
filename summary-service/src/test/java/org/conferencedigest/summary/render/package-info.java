/** Tests of this package. */
@NullMarked
package org.conferencedigest.summary.render;

import org.jspecify.annotations.NullMarked;
