/**
 * Programmes as pentabarf, frab, pretalx and the hub write them: {@code schedule.xml}, and {@code
 * schedule.json} in its versions.
 */
@NullMarked
package org.conferencedigest.notes.schedule.frab;

import org.jspecify.annotations.NullMarked;
