package org.conferencedigest.notes.schedule;

import java.util.Optional;
import org.conferencedigest.notes.schedule.programme.Identity;
import org.conferencedigest.notes.schedule.programme.Source;
import org.conferencedigest.notes.schedule.programme.Told;
import org.conferencedigest.notes.talk.TalkRow;

/**
 * A talk of the conference.
 *
 * @param origin what the last import told of it; empty if it was written by hand
 */
record Known(TalkRow row, Optional<Origin> origin) {

  /**
   * Where a talk is from.
   *
   * @param told what was told of it: what a later file tells the same is not changed, whatever
   *     people made of it meanwhile
   */
  record Origin(String talk, Source source, Identity identity, Told told) {}

  /** Whether a programme told of it, which can tell of its end. */
  boolean isProgrammed() {
    return origin.filter(from -> from.source() != Source.PYVIDEO).isPresent();
  }

  Identity identity() {
    return origin.map(Origin::identity).orElse(Identity.NONE);
  }
}
