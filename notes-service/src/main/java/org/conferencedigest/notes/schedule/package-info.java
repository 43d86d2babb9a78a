/**
 * Programmes of conferences, imported again and again: what a file tells otherwise than the one
 * before it is changed, and nothing else.
 */
@NullMarked
package org.conferencedigest.notes.schedule;

import org.jspecify.annotations.NullMarked;
