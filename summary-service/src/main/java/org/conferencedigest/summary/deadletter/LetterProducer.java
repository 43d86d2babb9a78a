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

/** Sends records as they are; what was acknowledged is stored for good. */
@Singleton
final class LetterProducer {

  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

  private final Producer<byte[], byte[]> kafka;

  LetterProducer(@Value("${kafka.bootstrap.servers}") String servers, DeadLetterSettings settings) {
    kafka =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "summary-dead-letters",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                settings.patience().toMillis(),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(settings.patience().toMillis()),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(settings.patience().toMillis() / 2),
                ProducerConfig.LINGER_MS_CONFIG,
                0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  Producer<byte[], byte[]> kafka() {
    return kafka;
  }

  @PreDestroy
  void close() {
    kafka.close(CLOSE_PATIENCE);
  }
}
