package org.conferencedigest.summary.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.graceful.GracefulShutdownManager;
import java.time.Duration;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.summary.testing.Await;
import org.conferencedigest.summary.testing.Instance;
import org.junit.jupiter.api.Test;

class IntakeStopTest {

  private static final Duration GRACE = Duration.ofSeconds(8);

  @Test
  void aStopEndsTheConsumingThreadsAndSoIsNotWaitedForInVain() {
    try (Instance service =
        Instance.start(
            TestMachine.freshDatabase(), TestMachine.kafka().bootstrapServers(), "stop-test")) {
      Await.until(() -> assertThat(service.bean(IntakeProgress.class).wasAssigned()).isTrue());

      assertThat(service.bean(GracefulShutdownManager.class).shutdownGracefully())
          .succeedsWithin(GRACE);
    }
  }
}
