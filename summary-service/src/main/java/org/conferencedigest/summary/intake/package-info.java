/** Takes events from their topics: none is lost, none is skipped without a dead letter. */
@NullMarked
package org.conferencedigest.summary.intake;

import org.jspecify.annotations.NullMarked;
