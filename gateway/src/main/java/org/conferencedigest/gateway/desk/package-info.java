/**
 * The desk: the pages where people write. They sign in with a token that no script sees; what they
 * write goes to the notes service as theirs.
 */
@NullMarked
package org.conferencedigest.gateway.desk;

import org.jspecify.annotations.NullMarked;
