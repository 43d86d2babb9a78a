package org.conferencedigest.notes.talk;

import java.util.List;
import org.conferencedigest.events.TalkReviewed;

/** The notes that cover a talk, and show it. */
public interface CoveringNotes {

  /**
   * Gives each published note that covers a talk a new version with the talk as it is now, in the
   * current transaction, which holds the conference's lock alone.
   *
   * @return the events that are to be published, in the order of the notes' slugs
   */
  List<TalkReviewed> show(String conference, String talk);

  /** Their present versions, without any change. */
  List<TalkReviewed> shown(String conference, String talk);
}
