package org.conferencedigest.gateway.digestcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.conferencedigest.gateway.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What fails once is done again for the next reader. */
class FailedWorkTest {

  private static final RunningGateway GATEWAY = RunningGateway.start();
  private static final Copy COPY =
      new Copy(
          1,
          "tag",
          "",
          "text/plain",
          "",
          "text".repeat(1000).getBytes(StandardCharsets.UTF_8),
          System.nanoTime());

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void aFetchThatThrowsAtOnceIsBegunAnew() {
    List<DigestKey> asked = new ArrayList<>();
    DigestStore store =
        new DigestStore(
            GATEWAY.bean(DigestSettings.class),
            GATEWAY.bean(Revisions.class),
            GATEWAY.bean(UpdateFeed.class),
            (key, old, cause) -> {
              asked.add(key);
              if (asked.size() == 1) {
                throw new IllegalStateException("at once");
              }
              return CompletableFuture.completedFuture(COPY);
            });
    DigestKey key = new DigestKey("c", Format.MARKDOWN);

    assertThatThrownBy(() -> store.fetch(key, null).join()).hasRootCauseMessage("at once");
    assertThat(store.isFailing(key)).isTrue();
    assertThat(store.fetch(key, null)).isCompletedWithValue(COPY);
  }

  @Test
  void aCompressionThatFailedIsDoneAnew() {
    CompletableFuture<byte[]> failed =
        COPY.gzip(
            task -> {
              // Never run: it fails below.
            });
    failed.completeExceptionally(new OutOfMemoryError("compressing"));

    assertThat(COPY.gzip(Runnable::run)).isCompleted();
    assertThat(COPY.confirmed(2, "", 0).gzip(Runnable::run)).isCompleted();
  }
}
