/** Tests of the package of this name. */
@NullMarked
package org.conferencedigest.gateway.live;

import org.jspecify.annotations.NullMarked;
