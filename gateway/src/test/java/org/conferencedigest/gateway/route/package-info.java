/** Tests of the package of this name. */
@NullMarked
package org.conferencedigest.gateway.route;

import org.jspecify.annotations.NullMarked;
