package org.conferencedigest.summary.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.conferencedigest.events.EventType;
import org.conferencedigest.foundation.outbox.KafkaConnection;

/** Reads both topics from their beginning, without a consumer group. */
final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final Duration patience;

  private TopicReader(Consumer<byte[], byte[]> consumer, Duration patience) {
    this.consumer = consumer;
    this.patience = patience;
  }

  /** What takes records; it may throw what it likes. */
  @FunctionalInterface
  interface Taker<E extends Exception> {
    void take(ConsumerRecords<byte[], byte[]> records) throws E;
  }

  static TopicReader fromTheBeginning(KafkaConnection connection, Duration patience) {
    Map<String, Object> config = connection.settingsOf(ConsumerConfig.configNames());
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "summary-rebuild");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * 1024 * 1024);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(patience.toMillis()));
    Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    TopicReader reader = new TopicReader(consumer, patience);
    List<TopicPartition> partitions = reader.partitions();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return reader;
  }

  /** How many records there are to read, at the most: compaction leaves gaps. */
  long ahead() {
    long ahead = 0;
    for (Map.Entry<TopicPartition, Long> end : ends().entrySet()) {
      ahead += Math.max(0, end.getValue() - consumer.position(end.getKey()));
    }
    return ahead;
  }

  /**
   * Hands on all records that were written before this call and have not been handed on yet.
   *
   * @throws TimeoutException if the broker sends nothing for too long
   */
  <E extends Exception> void readOn(Taker<E> taker) throws E {
    Map<TopicPartition, Long> ends = ends();
    long lastSeen = System.nanoTime();
    while (isBefore(ends)) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        taker.take(records);
        lastSeen = System.nanoTime();
      } else if (System.nanoTime() - lastSeen > patience.toNanos()) {
        throw new TimeoutException("the broker sends no more records");
      }
    }
  }

  private boolean isBefore(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  private Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(consumer.assignment());
  }

  private List<TopicPartition> partitions() {
    List<TopicPartition> partitions = new ArrayList<>();
    for (EventType type : List.of(EventType.TALK_REVIEWED, EventType.CONFERENCE_CHANGED)) {
      for (PartitionInfo partition : consumer.partitionsFor(type.topic())) {
        partitions.add(new TopicPartition(type.topic(), partition.partition()));
      }
    }
    return partitions;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
