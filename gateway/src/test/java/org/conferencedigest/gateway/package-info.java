/** Tests of the gateway as a whole, from outside, with services of their own making behind it. */
@NullMarked
package org.conferencedigest.gateway;

import org.jspecify.annotations.NullMarked;
