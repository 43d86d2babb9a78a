/** What is accepted: how long and how many, and the findings about what is not. */
@NullMarked
package org.conferencedigest.notes.bounds;

import org.jspecify.annotations.NullMarked;
