/**
 * The one public door of the system: what a request passes on its way in, and its answer on its way
 * out.
 */
@NullMarked
package org.conferencedigest.gateway;

import org.jspecify.annotations.NullMarked;
