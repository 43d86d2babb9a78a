/**
 * How a write is carried out: one transaction under the conference's lock, tried again when another
 * was quicker, counted.
 */
@NullMarked
package org.conferencedigest.notes.writing;

import org.jspecify.annotations.NullMarked;
