package org.conferencedigest.summary.digest;

import java.time.Instant;
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
 * @param retracted when those notes were retracted that were published once, by slug
 */
public record ConferenceState(
    String conference,
    ConferenceContent content,
    Map<String, ReviewedNote> published,
    Map<String, Instant> retracted) {

  public ConferenceState {
    published = Map.copyOf(published);
    retracted = Map.copyOf(retracted);
  }

  /** A state in which no note was ever retracted. */
  public ConferenceState(
      String conference, ConferenceContent content, Map<String, ReviewedNote> published) {
    this(conference, content, published, Map.of());
  }
}
