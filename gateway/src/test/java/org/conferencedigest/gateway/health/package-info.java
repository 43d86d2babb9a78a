/** Tests of the package of this name. */
@NullMarked
package org.conferencedigest.gateway.health;

import org.jspecify.annotations.NullMarked;
