/**
 * Publishes the state of everything again, above what the topics hold: after they were lost, or
 * this service's database was restored from a backup.
 */
@NullMarked
package org.conferencedigest.notes.republishing;

import org.jspecify.annotations.NullMarked;
