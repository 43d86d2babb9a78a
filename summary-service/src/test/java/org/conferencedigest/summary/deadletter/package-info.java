/** Tests of the package of the same name. */
@NullMarked
package org.conferencedigest.summary.deadletter;

import org.jspecify.annotations.NullMarked;
