/** What tests of the summary service share: events to send, instances to start, times to wait. */
@NullMarked
package org.conferencedigest.summary.testing;

import org.jspecify.annotations.NullMarked;
