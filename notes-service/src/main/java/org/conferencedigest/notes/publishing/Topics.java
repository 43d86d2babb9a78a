package org.conferencedigest.notes.publishing;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.conferencedigest.events.EventType;
import org.conferencedigest.foundation.outbox.Topic;

/** The topics this service writes to: compacted, with room for the largest event there can be. */
@Factory
final class Topics {

  private final int largestRecord;

  Topics(EventSettings settings) {
    this.largestRecord = settings.largestRecord();
  }

  @Bean
  @Singleton
  @Named("talk-reviewed")
  Topic talkReviewed() {
    return topic(EventType.TALK_REVIEWED);
  }

  @Bean
  @Singleton
  @Named("conference-changed")
  Topic conferenceChanged() {
    return topic(EventType.CONFERENCE_CHANGED);
  }

  private Topic topic(EventType type) {
    return Topic.compacted(type.topic(), EventType.PARTITIONS).withRecordsUpTo(largestRecord);
  }
}
