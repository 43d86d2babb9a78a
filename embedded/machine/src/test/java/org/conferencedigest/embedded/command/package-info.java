/** The command line from outside: processes, exit codes, what is left behind. */
@NullMarked
package org.conferencedigest.embedded.command;

import org.jspecify.annotations.NullMarked;
