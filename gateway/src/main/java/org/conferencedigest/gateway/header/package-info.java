/**
 * What headers may come in and what headers go out: nothing forged, nothing meant for another hop.
 */
@NullMarked
package org.conferencedigest.gateway.header;

import org.jspecify.annotations.NullMarked;
