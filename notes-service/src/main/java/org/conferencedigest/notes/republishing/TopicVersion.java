package org.conferencedigest.notes.republishing;

import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestEvent;
import org.conferencedigest.events.TalkReviewed;
import org.jspecify.annotations.Nullable;

/**
 * What a topic says of an entity.
 *
 * @param note empty: it is the conference itself
 * @param live whether it is not retracted, or deleted
 */
record TopicVersion(
    String conference,
    String note,
    long version,
    boolean live,
    @Nullable String author,
    @Nullable String title) {

  static TopicVersion of(DigestEvent event) {
    return switch (event) {
      case TalkReviewed reviewed ->
          new TopicVersion(
              reviewed.conference(),
              reviewed.note(),
              reviewed.version(),
              reviewed.content() != null,
              reviewed.content() == null ? null : reviewed.content().author(),
              reviewed.content() == null ? null : reviewed.content().title());
      case ConferenceChanged changed ->
          new TopicVersion(
              changed.conference(),
              "",
              changed.version(),
              changed.content() != null,
              null,
              changed.content() == null ? null : changed.content().title());
    };
  }

  TopicVersion next() {
    return new TopicVersion(conference, note, version + 1, live, author, title);
  }
}
