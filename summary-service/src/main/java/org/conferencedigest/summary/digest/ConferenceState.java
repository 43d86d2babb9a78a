package org.conferencedigest.summary.digest;

import java.util.Map;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.ReviewedNote;

/**
 * All that a digest is made of.
 *
 * @param conference the conference's slug
 * @param published the published notes by slug; a note that is not among them is a draft, retracted
 *     or unknown, which is all the same to a digest. Notes that did not change since the document
 *     before should be the same objects, which spares comparing their texts.
 */
public record ConferenceState(
    String conference, ConferenceContent content, Map<String, ReviewedNote> published) {

  public ConferenceState {
    published = Map.copyOf(published);
  }
}
