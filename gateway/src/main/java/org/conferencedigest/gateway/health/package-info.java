/** Whether this gateway and the services behind it are ready, and how it stops. */
@NullMarked
package org.conferencedigest.gateway.health;

import org.jspecify.annotations.NullMarked;
