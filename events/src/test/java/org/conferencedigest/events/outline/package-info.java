/** What the language of outlines promises. */
@NullMarked
package org.conferencedigest.events.outline;

import org.jspecify.annotations.NullMarked;
