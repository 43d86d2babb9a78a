package org.conferencedigest.gateway.digestcache;

import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Opens consumers without a group. They take the settings under {@code kafka}, named as Kafka names
 * them: the servers, and what a managed Kafka asks for.
 */
@Singleton
class FeedConsumers {

  private final Map<String, Object> settings;

  FeedConsumers(Environment environment) {
    Map<String, Object> found = new HashMap<>();
    environment.getProperties("kafka", StringConvention.RAW).forEach((k, v) -> add(found, k, v));
    found.keySet().retainAll(ConsumerConfig.configNames());
    found.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    found.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    found.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // An update is worth nothing if it waits for company.
    found.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
    found.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    this.settings = Map.copyOf(found);
  }

  private static void add(Map<String, Object> into, String name, Object value) {
    if (value instanceof Map<?, ?> nested) {
      nested.forEach((key, inner) -> add(into, name + "." + key, inner));
    } else {
      into.put(name, value);
    }
  }

  Consumer<byte[], byte[]> open() {
    Map<String, Object> own = new HashMap<>(settings);
    own.put(ConsumerConfig.CLIENT_ID_CONFIG, "gateway-" + UUID.randomUUID());
    return new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
