/** What runs on one machine, in which order, and how the parts find each other. */
@NullMarked
package org.conferencedigest.embedded.system;

import org.jspecify.annotations.NullMarked;
