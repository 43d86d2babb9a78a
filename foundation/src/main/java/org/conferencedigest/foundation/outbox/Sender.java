package org.conferencedigest.foundation.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows to the broker: {@code acks=all} and idempotent, so that within this producer no retry
 * duplicates or reverses a record. Used by one thread.
 */
@Singleton
@Requires(property = "datasources.default.url")
final class Sender {

  private static final Argument<Map<String, String>> HEADERS =
      Argument.mapOf(String.class, String.class);

  private final Map<String, Object> config;
  private final ObjectMapper json;
  private @Nullable Producer<byte[], byte[]> producer;

  Sender(OutboxSettings settings, KafkaConnection kafka, ObjectMapper json) {
    this.json = json;
    this.config = kafka.settingsOf(ProducerConfig.configNames());
    // A call may block, and only then the time of its record begins: together the time-out.
    int block = (int) settings.deliveryTimeout().toMillis() / 6;
    int delivery = (int) settings.deliveryTimeout().toMillis() - block;
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, block);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, delivery / 2);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, settings.largestRecord());
    config.put(
        ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * settings.batchBytes() + settings.largestRecord());
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
  }

  /**
   * Makes a record of a row.
   *
   * @throws org.apache.kafka.common.errors.TimeoutException if the broker does not say in time how
   *     many partitions the topic has
   * @throws SerializationException if the row is no record
   */
  ProducerRecord<byte[], byte[]> prepare(OutboxRow row) {
    int partitions = producer().partitionsFor(row.topic()).size();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            row.topic(),
            Lane.hash(row.partitionKey(), partitions),
            row.key().getBytes(UTF_8),
            row.body());
    headers(row)
        .forEach(
            (name, value) -> record.headers().add(new RecordHeader(name, value.getBytes(UTF_8))));
    return record;
  }

  /** Starts to send a record. It is delivered or given up within the delivery time-out from now. */
  Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
    return producer().send(record);
  }

  /** Whether a row that failed so will fail for ever, whatever the state of the broker. */
  static boolean isForEver(Throwable failure) {
    return failure instanceof RecordTooLargeException
        || failure instanceof RecordBatchTooLargeException
        || failure instanceof SerializationException
        || failure instanceof InvalidRecordException
        || failure instanceof InvalidTopicException;
  }

  /** Lets go of what is on its way, and of the connection: nothing of it is sent after this. */
  void abandon() {
    close(Duration.ZERO);
  }

  private Map<String, String> headers(OutboxRow row) {
    try {
      Map<String, String> headers = json.readValue(row.headers(), HEADERS);
      if (headers == null || headers.containsValue(null)) {
        throw new SerializationException("headers without a value");
      }
      return headers;
    } catch (IOException e) {
      throw new SerializationException("headers that are no map of texts", e);
    }
  }

  private Producer<byte[], byte[]> producer() {
    Producer<byte[], byte[]> present = producer;
    if (present == null) {
      present = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
      producer = present;
    }
    return present;
  }

  @PreDestroy
  void close() {
    close(Duration.ofSeconds(1));
  }

  private void close(Duration patience) {
    Producer<byte[], byte[]> present = producer;
    if (present != null) {
      producer = null;
      present.close(patience);
    }
  }
}
