/** The commands of the launcher, but for {@code test}, which the build does by itself. */
@NullMarked
package org.conferencedigest.embedded.command;

import org.jspecify.annotations.NullMarked;
