package org.conferencedigest.summary.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** How far the intake has come. */
@Singleton
final class IntakeProgress {

  private final Map<Thread, Long> lags = new ConcurrentHashMap<>();
  private final Counter retries;
  private volatile boolean assigned;

  IntakeProgress(MeterRegistry metrics) {
    metrics.gauge("digest.intake.lag", this, IntakeProgress::lag);
    retries =
        Counter.builder("digest.intake.retries")
            .description("Batches that failed for a while and are tried again")
            .register(metrics);
  }

  /** A batch failed, and is tried again. */
  void goneBack() {
    retries.increment();
  }

  /** A consumer has been given its partitions, which may be none. */
  void assigned() {
    assigned = true;
  }

  /** Whether that ever happened; until then events may wait that nobody has looked at. */
  boolean wasAssigned() {
    return assigned;
  }

  /** To be called on the consumer's thread: its lag is known without asking the broker. */
  void seen(Consumer<?, ?> consumer) {
    long behind = 0;
    for (TopicPartition partition : consumer.assignment()) {
      OptionalLong lag = consumer.currentLag(partition);
      behind += lag.orElse(0);
    }
    lags.put(Thread.currentThread(), behind);
  }

  private double lag() {
    return lags.values().stream().mapToLong(Long::longValue).sum();
  }
}
