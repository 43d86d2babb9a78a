package org.conferencedigest.summary.intake;

import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.conferencedigest.events.BadEventException;
import org.conferencedigest.events.DigestEvent;
import org.conferencedigest.summary.deadletter.AppliedVersions;
import org.conferencedigest.summary.state.StateReader;

/** Compares records with the versions that are stored. */
@Singleton
final class StoredVersions implements AppliedVersions {

  private final EventReader reader;
  private final StateReader state;

  StoredVersions(EventReader reader, StateReader state) {
    this.reader = reader;
    this.state = state;
  }

  @Override
  public boolean supersede(ConsumerRecord<byte[], byte[]> record) {
    DigestEvent event;
    try {
      event = reader.read(record).event();
    } catch (BadEventException e) {
      // It has no version. It is read again where it goes, and is a dead letter again.
      return false;
    }
    long applied =
        state
            .versions(event.conference(), List.of(event.entity()))
            .getOrDefault(event.entity(), 0L);
    return applied >= event.version();
  }
}
