package org.conferencedigest.gateway.digestcache;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.conferencedigest.events.EventType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the whole topic of updates from its beginning, and goes on reading. Each gateway reads all
 * of it for itself: a consumer group would give each only a part, and so some readers old digests.
 * For that reason it uses Kafka's consumer as it is: Micronaut's listeners have groups.
 */
@Singleton
public final class UpdateFeed implements ApplicationEventListener<StartupEvent> {

  private static final Logger log = LoggerFactory.getLogger(UpdateFeed.class);

  private final FeedConsumers consumers;
  private final FeedSettings settings;
  private final Provider<UpdateIntake> intake;
  private final long silenceNanos;
  private final Thread thread;
  private volatile boolean stopping;
  private volatile boolean caughtUp;
  private volatile long endSeenAt;

  /** Of the reading thread alone. */
  private boolean failing;

  UpdateFeed(
      FeedConsumers consumers,
      FeedSettings settings,
      DigestSettings digests,
      Provider<UpdateIntake> intake) {
    this.consumers = consumers;
    this.settings = settings;
    this.intake = intake;
    this.silenceNanos = digests.topicSilence().toNanos();
    this.thread = Thread.ofPlatform().name("digest-updates").daemon().unstarted(this::run);
  }

  /** Not before all beans are there: the thread uses some of them. */
  @Override
  public void onApplicationEvent(StartupEvent event) {
    thread.start();
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    LockSupport.unpark(thread);
    thread.join(settings.closeTimeout().toMillis());
  }

  /** Whether the topic was read to its end a moment ago, so that nothing newer is unknown. */
  public boolean isLive() {
    return caughtUp && System.nanoTime() - endSeenAt < silenceNanos;
  }

  private void run() {
    while (!stopping) {
      try (Consumer<byte[], byte[]> consumer = consumers.open()) {
        read(consumer);
      } catch (RuntimeException e) {
        tell(e);
        pause();
      }
    }
  }

  /** Once, however often it is tried until the topic's end is seen again. */
  private void tell(RuntimeException failure) {
    log.debug("Reading {} failed", topic(), failure);
    if (!failing) {
      failing = true;
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      log.warn(
          "Reading {} failed, and is begun anew until it succeeds: {}", topic(), cause.toString());
    }
  }

  private void read(Consumer<byte[], byte[]> consumer) {
    Collection<TopicPartition> partitions = assign(consumer);
    long checkAt = System.nanoTime();
    while (!stopping) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(settings.poll())) {
        intake.get().take(record, isLive());
      }
      if (System.nanoTime() - checkAt >= 0) {
        boolean atEnd = isAtEnd(consumer, partitions);
        checkAt = System.nanoTime() + (atEnd ? settings.checkEvery().toNanos() : 0);
        if (partitionsOf(consumer).size() > partitions.size()) {
          partitions = assign(consumer);
        }
      }
    }
  }

  private boolean isAtEnd(
      Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, settings.checkTimeout());
      for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
        if (consumer.position(end.getKey(), settings.checkTimeout()) < end.getValue()) {
          return false;
        }
      }
      endSeenAt = System.nanoTime();
      caughtUp = true;
      if (failing) {
        failing = false;
        log.info("{} is read again", topic());
      }
      return true;
    } catch (TimeoutException e) {
      log.debug("the broker does not say where {} ends", topic());
      return false;
    }
  }

  private Collection<TopicPartition> assign(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = partitionsOf(consumer);
    while (partitions.isEmpty() && !stopping) {
      pause();
      partitions = partitionsOf(consumer);
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return partitions;
  }

  private List<TopicPartition> partitionsOf(Consumer<byte[], byte[]> consumer) {
    try {
      List<PartitionInfo> found = consumer.partitionsFor(topic(), settings.checkTimeout());
      return found == null
          ? List.of()
          : found.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
    } catch (TimeoutException e) {
      return List.of();
    }
  }

  private static String topic() {
    return EventType.DIGEST_UPDATED.topic();
  }

  private void pause() {
    LockSupport.parkNanos(settings.retry().toNanos());
  }
}
