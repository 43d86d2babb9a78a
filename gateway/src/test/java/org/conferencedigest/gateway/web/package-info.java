/** Tests of the package of this name. */
@NullMarked
package org.conferencedigest.gateway.web;

import org.jspecify.annotations.NullMarked;
