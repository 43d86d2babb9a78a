package org.conferencedigest.summary.intake;

import io.micronaut.configuration.kafka.config.AbstractKafkaConsumerConfiguration;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.conferencedigest.foundation.arrival.Arrival;

/**
 * Waits until one of the brokers' names is known, before consumers are made: a consumer copes with
 * a broker that does not answer, but not with names that nobody knows, as those of containers that
 * do not run yet.
 */
@Singleton
final class BrokerArrival
    implements BeanCreatedEventListener<AbstractKafkaConsumerConfiguration<?, ?>> {

  private final Arrival arrival;
  private final List<String> brokers;

  BrokerArrival(Arrival arrival, @Property(name = "kafka.bootstrap.servers") List<String> brokers) {
    this.arrival = arrival;
    this.brokers = brokers;
  }

  @Override
  public AbstractKafkaConsumerConfiguration<?, ?> onCreated(
      BeanCreatedEvent<AbstractKafkaConsumerConfiguration<?, ?>> event) {
    arrival.await("Kafka", this::obstacle);
    return event.getBean();
  }

  private Optional<String> obstacle() {
    return brokers.isEmpty() || brokers.stream().anyMatch(BrokerArrival::isKnown)
        ? Optional.empty()
        : Optional.of("no host is known by a name of " + String.join(", ", brokers));
  }

  private static boolean isKnown(String broker) {
    URI address = URI.create("kafka://" + broker.strip());
    // What is no address at all, Kafka's consumer has a word for.
    return address.getHost() == null
        || !new InetSocketAddress(address.getHost(), Math.max(0, address.getPort())).isUnresolved();
  }
}
