package org.conferencedigest.foundation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxNotificationTest {

  @Test
  void namesItsSenderAndItsLanes() {
    BitSet lanes = new BitSet();
    lanes.set(0);
    lanes.set(11);
    OutboxNotification sent = new OutboxNotification(UUID.randomUUID().toString(), lanes);

    assertThat(OutboxNotification.parse(sent.text())).isEqualTo(sent);
  }

  @Test
  void isOfAnyLaneIfItHasAnotherForm() {
    assertThat(OutboxNotification.parse("").lanes().cardinality()).isEqualTo(Lane.COUNT);
    assertThat(OutboxNotification.parse("").sender()).isEmpty();
  }

  @Test
  void ignoresLanesThatAreNotThere() {
    BitSet third = new BitSet();
    third.set(3);
    assertThat(OutboxNotification.parse(UUID.randomUUID() + " 3,99").lanes()).isEqualTo(third);
  }
}
