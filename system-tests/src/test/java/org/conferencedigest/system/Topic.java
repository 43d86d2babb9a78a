package org.conferencedigest.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic, as somebody at the broker sees it. */
final class Topic implements AutoCloseable {

  private final String name;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;

  Topic(String bootstrap, String name) {
    this.name = name;
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "acks", "all", "max.request.size", 10_000_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** How many records were ever written to it. */
  long size() {
    List<TopicPartition> partitions =
        consumer.partitionsFor(name).stream()
            .map(p -> new TopicPartition(name, p.partition()))
            .toList();
    return consumer.endOffsets(partitions, Duration.ofSeconds(20)).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Writes a record and waits until the broker has it. */
  void write(ProducerRecord<byte[], byte[]> record) throws Exception {
    producer.send(record).get();
  }

  @Override
  public void close() {
    consumer.close();
    producer.close();
  }
}
