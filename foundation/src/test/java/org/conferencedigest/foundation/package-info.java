/** What the tests of the foundation share. */
@NullMarked
package org.conferencedigest.foundation;

import org.jspecify.annotations.NullMarked;
