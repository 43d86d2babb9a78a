/** What a data folder keeps, and who may read it. */
@NullMarked
package org.conferencedigest.embedded.data;

import org.jspecify.annotations.NullMarked;
