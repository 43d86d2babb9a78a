/** Tests of the package of this name. */
@NullMarked
package org.conferencedigest.gateway.header;

import org.jspecify.annotations.NullMarked;
