package org.conferencedigest.summary.deadletter;

import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.conferencedigest.foundation.outbox.KafkaConnection;

/** Sends records as they are; what was acknowledged is stored for good. */
@Singleton
final class LetterProducer {

  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

  private final Producer<byte[], byte[]> kafka;

  LetterProducer(
      KafkaConnection connection,
      @Value("${digest.intake.largest-record}") int largestRecord,
      DeadLetterSettings settings) {
    int patience = Math.toIntExact(settings.patience().toMillis());
    Map<String, Object> config = connection.settingsOf(ProducerConfig.configNames());
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "summary-dead-letters");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // A letter keeps its body wherever the topic takes it: without it, no replay.
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largestRecord);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
    kafka = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  Producer<byte[], byte[]> kafka() {
    return kafka;
  }

  @PreDestroy
  void close() {
    kafka.close(CLOSE_PATIENCE);
  }
}
