package org.conferencedigest.embedded.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitingTest {

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  @Test
  void tellsHowFarItIsOnceItTakesLong() throws Exception {
    try (Waiting waiting = new Waiting(lines::add, 4096)) {
      waiting.sent(1024);
      assertThat(lines.poll(30, TimeUnit.SECONDS)).startsWith("  1 of 4 KiB sent (");
      waiting.sent(3072);
      assertThat(lines.poll(30, TimeUnit.SECONDS)).contains("the server is working on it");
    }
  }

  @Test
  void saysNothingOfWhatIsDoneAtOnce() {
    new Waiting(lines::add, 1).close();

    assertThat(lines).isEmpty();
  }
}
