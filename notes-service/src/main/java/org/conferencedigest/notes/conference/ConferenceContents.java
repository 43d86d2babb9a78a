package org.conferencedigest.notes.conference;

import java.util.List;
import org.conferencedigest.events.TalkReviewed;

/** What a conference holds, and what goes with it. */
public interface ConferenceContents {

  /**
   * Takes away all that is in a conference, in the current transaction, which holds its lock alone.
   *
   * @param by who deletes the conference
   * @return the retractions that are to be published
   */
  List<TalkReviewed> clear(String conference, String by);
}
