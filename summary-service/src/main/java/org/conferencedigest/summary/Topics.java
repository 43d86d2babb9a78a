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

  private final int largestRecord;

  Topics(@Value("${digest.intake.largest-record}") int largestRecord) {
    this.largestRecord = largestRecord;
  }

  @Singleton
  @Named("talk-reviewed")
  Topic talkReviewed() {
    return Topic.compacted(EventType.TALK_REVIEWED.topic(), EventType.PARTITIONS)
        .withRecordsUpTo(largestRecord);
  }

  @Singleton
  @Named("conference-changed")
  Topic conferenceChanged() {
    return Topic.compacted(EventType.CONFERENCE_CHANGED.topic(), EventType.PARTITIONS)
        .withRecordsUpTo(largestRecord);
  }

  @Singleton
  @Named("digest-updated")
  Topic digestUpdated() {
    return Topic.compacted(EventType.DIGEST_UPDATED.topic(), EventType.PARTITIONS);
  }

  @Singleton
  @Named("talk-reviewed.dlq")
  Topic talkReviewedLetters(@Value("${digest.dead-letters.retention}") Duration retention) {
    return Topic.kept(EventType.TALK_REVIEWED.deadLetterTopic(), EventType.PARTITIONS, retention)
        .withRecordsUpTo(largestRecord);
  }

  @Singleton
  @Named("conference-changed.dlq")
  Topic conferenceChangedLetters(@Value("${digest.dead-letters.retention}") Duration retention) {
    return Topic.kept(
            EventType.CONFERENCE_CHANGED.deadLetterTopic(), EventType.PARTITIONS, retention)
        .withRecordsUpTo(largestRecord);
  }
}
