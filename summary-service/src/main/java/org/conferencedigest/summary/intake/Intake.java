package org.conferencedigest.summary.intake;

import io.micronaut.configuration.kafka.annotation.KafkaListener;
import io.micronaut.configuration.kafka.annotation.OffsetReset;
import io.micronaut.configuration.kafka.annotation.OffsetStrategy;
import io.micronaut.configuration.kafka.annotation.Topic;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.conferencedigest.summary.deadletter.DeadLetterOffice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consumes the topics that digests are made of.
 *
 * <p>Offsets are committed for records only that are applied or stored as dead letters; a crash or
 * a rebalance in between gives duplicates, which change nothing. The framework would log and skip
 * what a listener throws, so this one never throws: it goes back to the batch's first records and
 * tries again, for as long as it takes; but of a failure that nobody foresaw, only a number of
 * times, and then the records that fail alone are dead letters. Between attempts it polls, so that
 * it stays in its group.
 */
@KafkaListener(
    clientId = "summary-intake",
    groupId = "${digest.intake.group}",
    threadsValue = "${digest.intake.threads}",
    batch = true,
    offsetStrategy = OffsetStrategy.DISABLED,
    offsetReset = OffsetReset.EARLIEST,
    pollTimeout = "1s")
final class Intake implements ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Applier applier;
  private final DeadLetterOffice deadLetters;
  private final Pause pause;
  private final IntakeProgress progress;
  private final IntakeSettings settings;
  private final ThreadLocal<AtomicInteger> unknown = ThreadLocal.withInitial(AtomicInteger::new);
  private final ThreadLocal<AtomicInteger> failures = ThreadLocal.withInitial(AtomicInteger::new);

  Intake(
      Applier applier,
      DeadLetterOffice deadLetters,
      Pause pause,
      IntakeProgress progress,
      IntakeSettings settings) {
    this.applier = applier;
    this.deadLetters = deadLetters;
    this.pause = pause;
    this.progress = progress;
    this.settings = settings;
  }

  @Topic({"talk-reviewed", "conference-changed"})
  void receive(List<ConsumerRecord<byte[], byte[]>> records, Consumer<byte[], byte[]> consumer) {
    try {
      boolean last = unknown.get().get() + 1 >= settings.mostAttempts();
      deadLetters.take(applier.apply(records, last));
      commit(records, consumer);
      failures.get().set(0);
      unknown.get().set(0);
    } catch (Throwable e) {
      // Errors, too: one that left here would end the consuming thread for good.
      goBack(records, consumer);
      if (e instanceof UnknownFailureException) {
        unknown.get().incrementAndGet();
      }
      progress.goneBack();
      int inARow = failures.get().incrementAndGet();
      if (!pause.isStopping()) {
        LOG.warn(
            "{} records wait to be applied (attempt {} failed: {})",
            records.size(),
            inARow,
            Failures.inShort(e));
        pause.after(inARow);
      }
    }
    progress.seen(consumer);
  }

  /** Not waited for: what is not committed comes again, and changes nothing. */
  private static void commit(
      List<ConsumerRecord<byte[], byte[]>> records, Consumer<byte[], byte[]> consumer) {
    Map<TopicPartition, OffsetAndMetadata> next = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      next.put(partition(record), new OffsetAndMetadata(record.offset() + 1));
    }
    consumer.commitAsync(
        next,
        (offsets, failure) -> {
          if (failure != null) {
            LOG.info("Offsets not committed, their records may come again: {}", failure.toString());
          }
        });
  }

  private static void goBack(
      List<ConsumerRecord<byte[], byte[]>> records, Consumer<byte[], byte[]> consumer) {
    Map<TopicPartition, Long> first = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      first.putIfAbsent(partition(record), record.offset());
    }
    first.forEach(consumer::seek);
  }

  private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    progress.assigned();
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    // Nothing is held between two polls.
  }
}
