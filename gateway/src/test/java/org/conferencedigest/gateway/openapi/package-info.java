/** Tests of the package of this name. */
@NullMarked
package org.conferencedigest.gateway.openapi;

import org.jspecify.annotations.NullMarked;
