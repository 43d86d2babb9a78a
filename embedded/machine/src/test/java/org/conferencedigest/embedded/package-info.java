/** Real servers, killed and started again. */
@NullMarked
package org.conferencedigest.embedded;

import org.jspecify.annotations.NullMarked;
