package org.conferencedigest.notes.republishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.conferencedigest.events.BadEventException;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestEvent;
import org.conferencedigest.events.EventCodec;
import org.conferencedigest.events.EventHeaders;
import org.conferencedigest.events.EventType;
import org.conferencedigest.events.TalkReviewed;
import org.conferencedigest.foundation.outbox.KafkaConnection;
import org.jspecify.annotations.Nullable;

/** Reads from their beginning the topics that this service writes, a batch at a time. */
@Singleton
final class TopicReader {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final KafkaConnection kafka;
  private final EventCodec codec;
  private final RepublishSettings settings;

  TopicReader(KafkaConnection kafka, EventCodec codec, RepublishSettings settings) {
    this.kafka = kafka;
    this.codec = codec;
    this.settings = settings;
  }

  /**
   * A few records.
   *
   * @param unreadable how many of them are no events
   */
  record Batch(List<TopicVersion> versions, int unreadable) {}

  /** What takes batches. */
  @FunctionalInterface
  interface Taker {
    void take(Batch batch);
  }

  /**
   * Hands on all that was written before this call.
   *
   * @throws TimeoutException if the broker sends nothing for too long
   */
  void read(Taker taker) {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long lastSeen = System.nanoTime();
      while (isBefore(consumer, ends)) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          taker.take(understand(records));
          lastSeen = System.nanoTime();
        } else if (System.nanoTime() - lastSeen > settings.patience().toNanos()) {
          throw new TimeoutException("the broker sends no more records");
        }
      }
    }
  }

  private Map<String, Object> config() {
    Map<String, Object> config = kafka.settingsOf(ConsumerConfig.configNames());
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "notes-republish");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
    config.put(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        Math.toIntExact(settings.patience().toMillis()));
    return config;
  }

  private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (EventType type : List.of(EventType.TALK_REVIEWED, EventType.CONFERENCE_CHANGED)) {
      for (PartitionInfo partition : consumer.partitionsFor(type.topic())) {
        partitions.add(new TopicPartition(type.topic(), partition.partition()));
      }
    }
    return partitions;
  }

  private static boolean isBefore(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  private Batch understand(ConsumerRecords<byte[], byte[]> records) {
    List<TopicVersion> versions = new ArrayList<>();
    int unreadable = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        versions.add(TopicVersion.of(event(record)));
      } catch (BadEventException e) {
        // No consumer applies it either: it became a dead letter.
        unreadable++;
      }
    }
    return new Batch(versions, unreadable);
  }

  private DigestEvent event(ConsumerRecord<byte[], byte[]> record) throws BadEventException {
    String type = header(record, EventHeaders.TYPE);
    return record.topic().equals(EventType.TALK_REVIEWED.topic())
        ? codec.read(EventType.TALK_REVIEWED, TalkReviewed.class, type, record.value())
        : codec.read(EventType.CONFERENCE_CHANGED, ConferenceChanged.class, type, record.value());
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }
}
