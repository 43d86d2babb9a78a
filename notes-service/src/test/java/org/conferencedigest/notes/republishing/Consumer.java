package org.conferencedigest.notes.republishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of the events that does what {@code docs/events.md} asks of one. */
record Consumer(String servers) {

  private static final List<String> TOPICS = List.of("talk-reviewed", "conference-changed");

  /**
   * What it makes of all records: of each entity that is not retracted, its title.
   *
   * <p>On the way it sees to it that the newest record of a key is the one with its highest
   * version, which is what compaction keeps.
   */
  Map<String, String> titles() {
    Map<String, Map<?, ?>> states = new TreeMap<>();
    Map<String, Map<?, ?>> newest = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> record : records()) {
      Map<?, ?> event = json(record.value());
      newest.put(record.key(), event);
      states.merge(
          record.key(), event, (before, next) -> version(before) < version(next) ? next : before);
    }
    assertThat(newest).isEqualTo(states);
    Map<String, String> titles = new TreeMap<>();
    states.forEach(
        (key, event) -> {
          if (event.get("content") instanceof Map<?, ?> content) {
            titles.put(key, String.valueOf(content.get("title")));
          }
        });
    return titles;
  }

  /** Drops the topics with all that is in them, if they are there, and makes them anew. */
  void loseTopics() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      List<String> present =
          TOPICS.stream().filter(admin.listTopics().names().get()::contains).toList();
      admin.deleteTopics(present).all().get();
      List<NewTopic> topics =
          TOPICS.stream()
              .map(
                  name ->
                      new NewTopic(name, 12, (short) 1)
                          .configs(Map.of("cleanup.policy", "compact")))
              .toList();
      boolean made = false;
      while (!made) {
        try {
          admin.createTopics(topics).all().get();
          made = true;
        } catch (ExecutionException e) {
          // The deletion goes on behind its answer.
          assertThat(e.getCause()).isInstanceOf(TopicExistsException.class);
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static long version(Map<?, ?> event) {
    return ((Number) Objects.requireNonNull(event.get("version"))).longValue();
  }

  private static Map<?, ?> json(byte[] body) {
    try {
      return (Map<?, ?>) ObjectMapper.getDefault().readValue(new String(body, UTF_8), Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<ConsumerRecord<String, byte[]>> records() {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          TOPICS.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }
}
