/** Tests of the package of this name. */
@NullMarked
package org.conferencedigest.gateway.digestcache;

import org.jspecify.annotations.NullMarked;
