package org.conferencedigest.notes.talk;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.conferencedigest.events.TalkReviewed;

/** The notes that cover a talk, and show it. */
public interface CoveringNotes {

  /**
   * Gives each published note that covers a talk a new version with the talk as it is now, in the
   * current transaction, which holds the conference's lock alone.
   *
   * @return the events that are to be published, in the order of the notes' slugs
   */
  default List<TalkReviewed> show(String conference, String talk) {
    return show(conference, List.of(talk));
  }

  /** The same for many talks: a note that covers several of them gets one new version. */
  List<TalkReviewed> show(String conference, Collection<String> talks);

  /** Their present versions, without any change. */
  List<TalkReviewed> shown(String conference, String talk);

  /** The slugs that notes of a conference cover, be they drafts or published. */
  Set<String> covered(String conference);
}
