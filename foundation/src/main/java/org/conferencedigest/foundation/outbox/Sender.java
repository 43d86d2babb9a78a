package org.conferencedigest.foundation.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows to the broker: {@code acks=all} and idempotent, so that within this producer no retry
 * duplicates or reverses a record. Used by one thread.
 */
@Singleton
@Requires(property = "datasources.default.url")
class Sender {

  private final Map<String, Object> config = new HashMap<>();
  private @Nullable Producer<byte[], byte[]> producer;

  Sender(OutboxSettings settings, @Property(name = "kafka.bootstrap.servers") String bootstrap) {
    int delivery = (int) settings.deliveryTimeout().toMillis();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, delivery / 2);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, delivery / 2);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, settings.largestRecord());
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
  }

  /** Starts to send a row. The future ends within the delivery time-out. */
  Future<RecordMetadata> send(OutboxRow row) {
    Producer<byte[], byte[]> open = producer();
    int partitions = open.partitionsFor(row.topic()).size();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            row.topic(),
            Lane.hash(row.partitionKey(), partitions),
            row.key().getBytes(UTF_8),
            row.body());
    row.headers()
        .forEach(
            (name, value) -> record.headers().add(new RecordHeader(name, value.getBytes(UTF_8))));
    return open.send(record);
  }

  private Producer<byte[], byte[]> producer() {
    Producer<byte[], byte[]> present = producer;
    if (present == null) {
      present = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
      producer = present;
    }
    return present;
  }

  /** Lets go of the connection to the broker; the next send makes a new one. */
  @PreDestroy
  void close() {
    Producer<byte[], byte[]> present = producer;
    if (present != null) {
      producer = null;
      present.close();
    }
  }
}
