/** Tests of the package of this name. */
@NullMarked
package org.conferencedigest.gateway.limit;

import org.jspecify.annotations.NullMarked;
