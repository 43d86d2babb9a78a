/** Programmes as iCalendar (RFC 5545), as calendars write it. */
@NullMarked
package org.conferencedigest.notes.schedule.calendar;

import org.jspecify.annotations.NullMarked;
