/** Settings that are right, and all kinds that are wrong. */
@NullMarked
package org.conferencedigest.foundation.settings;

import org.jspecify.annotations.NullMarked;
