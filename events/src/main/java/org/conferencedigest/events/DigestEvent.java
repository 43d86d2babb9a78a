package org.conferencedigest.events;

/**
 * Something that a digest is made of has changed. An event carries the whole state of its entity,
 * so the one with the highest version is all there is to know: duplicates and late arrivals change
 * nothing.
 */
public sealed interface DigestEvent permits TalkReviewed, ConferenceChanged {

  /** The slug of the conference; events are partitioned by it. */
  String conference();

  /** Grows by one with each change of the entity; at least 1. */
  long version();

  /** The entity within its conference: {@code conference}, or {@code notes/} and a slug. */
  String entity();
}
