package org.conferencedigest.summary.deadletter;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.conferencedigest.foundation.outbox.KafkaConnection;
import org.jspecify.annotations.Nullable;

/** Reads the dead-letter topics, without a consumer group. */
@Singleton
final class LetterBox {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConnection connection;
  private final DeadLetterSettings settings;

  LetterBox(KafkaConnection connection, DeadLetterSettings settings) {
    this.connection = connection;
    this.settings = settings;
  }

  /**
   * Letters in the order of their ids.
   *
   * @param after the id behind which to begin; null: from the beginning
   * @param wanted which of them to take
   * @param most how many to take at the most
   * @param as what to keep of each; the rest of it is let go at once
   */
  <T> List<T> read(
      @Nullable LetterId after,
      Predicate<LetterId> wanted,
      int most,
      Function<ConsumerRecord<byte[], byte[]>, T> as) {
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      List<T> letters = new ArrayList<>();
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions(consumer));
      Map<TopicPartition, Long> ends = consumer.endOffsets(begins.keySet());
      for (LetterId first : firsts(begins)) {
        LetterId from = after != null && samePlace(first, after) ? next(first, after) : first;
        long end = ends.getOrDefault(from.place(), 0L);
        boolean passed = after != null && from.compareTo(after) <= 0;
        if (!passed && letters.size() < most && from.offset() < end) {
          consumer.assign(List.of(from.place()));
          consumer.seek(from.place(), from.offset());
          int left = most - letters.size();
          take(consumer, from.place(), end, wanted, left, letter -> letters.add(as.apply(letter)));
        }
      }
      return letters;
    }
  }

  /** The letter of that id; empty if it is not there any more. */
  Optional<ConsumerRecord<byte[], byte[]>> find(LetterId id) {
    return read(before(id), id::equals, 1, letter -> letter).stream().findFirst();
  }

  /** Drops all letters there are now. */
  void clear() {
    try (Consumer<byte[], byte[]> consumer = consumer();
        Admin admin = Admin.create(connection.settingsOf(AdminClientConfig.configNames()))) {
      Map<TopicPartition, RecordsToDelete> all =
          consumer.endOffsets(partitions(consumer)).entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue())));
      admin.deleteRecords(all).all().get();
    } catch (ExecutionException e) {
      throw new KafkaException("dead letters could not be dropped", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while dead letters were dropped", e);
    }
  }

  /** The first offset there is of each partition. */
  Map<TopicPartition, Long> begins() {
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      return consumer.beginningOffsets(partitions(consumer));
    }
  }

  private void take(
      Consumer<byte[], byte[]> consumer,
      TopicPartition place,
      long end,
      Predicate<LetterId> wanted,
      int most,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    int taken = 0;
    long deadline = System.nanoTime() + settings.patience().toNanos();
    while (consumer.position(place) < end && taken < most) {
      for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(POLL)) {
        if (taken < most && letter.offset() < end && wanted.test(Letter.id(letter))) {
          taker.accept(letter);
          taken++;
        }
      }
      if (System.nanoTime() > deadline) {
        throw new org.apache.kafka.common.errors.TimeoutException("dead letters came too slowly");
      }
    }
  }

  private static SortedSet<LetterId> firsts(Map<TopicPartition, Long> begins) {
    SortedSet<LetterId> firsts = new TreeSet<>();
    begins.forEach((p, offset) -> firsts.add(new LetterId(p.topic(), p.partition(), offset)));
    return firsts;
  }

  private static boolean samePlace(LetterId a, LetterId b) {
    return a.place().equals(b.place());
  }

  private static LetterId next(LetterId first, LetterId after) {
    return new LetterId(
        first.topic(), first.partition(), Math.max(first.offset(), after.offset() + 1));
  }

  private static LetterId before(LetterId id) {
    return new LetterId(id.topic(), id.partition(), id.offset() - 1);
  }

  private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : LetterTopics.ALL) {
      for (PartitionInfo partition : consumer.partitionsFor(topic)) {
        partitions.add(new TopicPartition(topic, partition.partition()));
      }
    }
    return partitions;
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> config = connection.settingsOf(ConsumerConfig.configNames());
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "summary-letter-box");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        Math.toIntExact(settings.patience().toMillis()));
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
