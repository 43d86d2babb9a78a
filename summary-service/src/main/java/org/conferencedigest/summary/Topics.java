package org.conferencedigest.summary;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.conferencedigest.events.EventType;
import org.conferencedigest.foundation.outbox.Topic;

/** The topics this service reads and writes. */
@Factory
final class Topics {

  @Singleton
  @Named("talk-reviewed")
  Topic talkReviewed() {
    return Topic.compacted(EventType.TALK_REVIEWED.topic(), EventType.PARTITIONS);
  }

  @Singleton
  @Named("conference-changed")
  Topic conferenceChanged() {
    return Topic.compacted(EventType.CONFERENCE_CHANGED.topic(), EventType.PARTITIONS);
  }

  @Singleton
  @Named("digest-updated")
  Topic digestUpdated() {
    return Topic.compacted(EventType.DIGEST_UPDATED.topic(), EventType.PARTITIONS);
  }

  @Singleton
  @Named("talk-reviewed.dlq")
  Topic talkReviewedLetters(@Value("${digest.dead-letters.retention}") Duration retention) {
    return Topic.kept(EventType.TALK_REVIEWED.deadLetterTopic(), EventType.PARTITIONS, retention);
  }

  @Singleton
  @Named("conference-changed.dlq")
  Topic conferenceChangedLetters(@Value("${digest.dead-letters.retention}") Duration retention) {
    return Topic.kept(
        EventType.CONFERENCE_CHANGED.deadLetterTopic(), EventType.PARTITIONS, retention);
  }
}
