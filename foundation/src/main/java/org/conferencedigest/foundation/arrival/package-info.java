/** What a service cannot start without is waited for, and the service says so meanwhile. */
@NullMarked
package org.conferencedigest.foundation.arrival;

import org.jspecify.annotations.NullMarked;
