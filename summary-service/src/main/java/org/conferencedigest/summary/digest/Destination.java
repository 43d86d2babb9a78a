package org.conferencedigest.summary.digest;

import org.jspecify.annotations.Nullable;

/** Where a link to a note leads in one digest. */
public sealed interface Destination {

  /**
   * To a published note of this conference.
   *
   * @param anchor what stands behind {@code #}, without it
   */
  record Note(String slug, @Nullable String anchor) implements Destination {}

  /** To the digest itself. */
  record Digest(@Nullable String anchor) implements Destination {}

  /** To a page of the author's site that is none of this conference's. */
  record Elsewhere() implements Destination {}

  /** To a note that is no page for readers: a draft, retracted, or unknown. */
  record Nowhere() implements Destination {}
}
