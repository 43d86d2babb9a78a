/**
 * Who calls: the verified bearer token as a {@link
 * org.conferencedigest.foundation.identity.Caller}.
 */
@NullMarked
package org.conferencedigest.foundation.identity;

import org.jspecify.annotations.NullMarked;
