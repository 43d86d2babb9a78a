/** The summary service: keeps every conference's digest written, from the events alone. */
@NullMarked
package org.conferencedigest.summary;

import org.jspecify.annotations.NullMarked;
