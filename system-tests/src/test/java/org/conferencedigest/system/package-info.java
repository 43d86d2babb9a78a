/** The running system, seen from outside: through the gateway, the launcher and the topics. */
@NullMarked
package org.conferencedigest.system;

import org.jspecify.annotations.NullMarked;
