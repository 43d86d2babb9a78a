package org.conferencedigest.notes.importing;

import org.conferencedigest.notes.recognition.SeenTalk;
import org.jspecify.annotations.Nullable;

/**
 * A talk that was seen in a post, whether it is sure or not.
 *
 * @param at where in the post it begins
 * @param shape what it is there
 * @param talk null if it was known by a link to its note
 * @param note the note it is; null if it is left to the author
 * @param confidence from 0 to 1
 */
record Finding(
    int at, Claim.Shape shape, @Nullable SeenTalk talk, @Nullable String note, double confidence) {

  /** The same, but that nothing was made of it. */
  Finding leftToAuthor() {
    return new Finding(at, shape, talk, null, confidence);
  }
}
