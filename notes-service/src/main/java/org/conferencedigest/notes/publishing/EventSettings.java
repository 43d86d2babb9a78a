package org.conferencedigest.notes.publishing;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.conferencedigest.foundation.settings.Within;
import org.conferencedigest.foundation.settings.WrongSettingException;

/**
 * How large events may be.
 *
 * @param largestEvent bytes of an event's body; a write that needs a larger one is refused
 * @param largestRecord bytes of a record with its key and headers, as the topics are made to take
 *     it
 */
@ConfigurationProperties("notes")
record EventSettings(
    @Within(least = "1024", most = "67108864") int largestEvent,
    @Within(least = "1024", most = "134217728") int largestRecord) {

  EventSettings {
    WrongSettingException.requireAtMost(
        "notes.largest-event", largestEvent, "notes.largest-record", largestRecord);
  }
}
