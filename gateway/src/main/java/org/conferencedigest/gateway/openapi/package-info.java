/**
 * One description of the whole API, put together from those of the services, and a page that shows
 * it.
 */
@NullMarked
package org.conferencedigest.gateway.openapi;

import org.jspecify.annotations.NullMarked;
