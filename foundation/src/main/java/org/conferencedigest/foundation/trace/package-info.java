/**
 * The request id and the W3C trace of the work at hand, from thread to thread and service to
 * service.
 */
@NullMarked
package org.conferencedigest.foundation.trace;

import org.jspecify.annotations.NullMarked;
