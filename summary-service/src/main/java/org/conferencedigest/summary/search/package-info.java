/** Finding published notes by their words. */
@NullMarked
package org.conferencedigest.summary.search;

import org.jspecify.annotations.NullMarked;
