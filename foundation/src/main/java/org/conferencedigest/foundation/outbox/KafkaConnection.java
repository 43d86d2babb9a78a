package org.conferencedigest.foundation.outbox;

import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How Kafka is reached: the settings under {@code kafka}, named as Kafka names them, so that what a
 * managed Kafka asks for (TLS, SASL) is configuration alone.
 */
@Singleton
public final class KafkaConnection {

  private final Map<String, Object> settings;

  KafkaConnection(Environment environment) {
    this.settings = environment.getProperties("kafka", StringConvention.RAW);
  }

  /** Those of the settings that a kind of client knows. */
  public Map<String, Object> settingsOf(Set<String> known) {
    Map<String, Object> chosen = new HashMap<>(settings);
    chosen.keySet().retainAll(known);
    return chosen;
  }
}
