/** The whole system on one machine: real servers in child processes that end when this one does. */
@NullMarked
package org.conferencedigest.embedded;

import org.jspecify.annotations.NullMarked;
