/** A stand-in for the service of this name, to try the machine without it. */
@NullMarked
package org.conferencedigest.gateway;

import org.jspecify.annotations.NullMarked;
