package org.conferencedigest.summary.state;

import org.conferencedigest.events.ConferenceChanged;

/**
 * A conference as it is locked.
 *
 * @param version the highest seen of its own events; 0: none came yet, only ones of its notes
 */
public record ConferenceRow(Head head, long version) {

  /** Whether an event tells something new of the conference itself. */
  boolean isOlderThan(ConferenceChanged event) {
    return version < event.version();
  }
}
