package org.conferencedigest.foundation.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.TestKafka;

/** Services in small on one database and one topic of their own, and what they sent. */
final class Relays implements AutoCloseable {

  private final Database database;
  private final TestKafka broker;
  private final String topic = "topic-" + UUID.randomUUID();
  private final List<ApplicationContext> instances = new ArrayList<>();

  Relays(Database database, TestKafka broker) throws Exception {
    this.database = database;
    this.broker = broker;
    Entities.createTables(database);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      NewTopic withBound =
          new NewTopic(topic, 3, (short) 1).configs(Map.of("max.message.bytes", "1000000"));
      admin.createTopics(List.of(withBound)).all().get();
    }
  }

  String topic() {
    return topic;
  }

  Database database() {
    return database;
  }

  /** Starts another instance. */
  Entities start(Map<String, Object> settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("datasources.default.url", database.url());
    properties.put("datasources.default.username", database.user());
    properties.put("datasources.default.password", database.password());
    properties.put("datasources.default.connection-timeout", 2_000);
    properties.put("kafka.bootstrap.servers", broker.bootstrapServers());
    properties.put("identity.jwks-url", "http://localhost:1/none");
    properties.putAll(settings);
    instances.add(ApplicationContext.run(properties));
    return entities(instances.getLast());
  }

  @SuppressWarnings("unchecked") // the bean of that generic type
  private Entities entities(ApplicationContext context) {
    return new Entities(
        context.getBean(Argument.of(TransactionOperations.class, Connection.class)),
        context.getBean(Outbox.class),
        topic);
  }

  /** The instance started as the nth, from 0 on. */
  ApplicationContext instance(int number) {
    return instances.get(number);
  }

  void awaitSent() throws Exception {
    await(() -> waiting() == 0);
  }

  long waiting() throws SQLException {
    return Entities.count(database, "select count(*) from outbox where set_aside_at is null");
  }

  static void await(Callable<Boolean> condition) throws Exception {
    Instant deadline = Instant.now().plusSeconds(60);
    while (!condition.call()) {
      assertThat(Instant.now()).as("the deadline").isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /** Each key's versions appear in order from the first on, none left out; some perhaps again. */
  void assertNothingLostOrReversed() throws SQLException {
    Map<String, Long> last = new HashMap<>();
    Map<String, Long> highest = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records()) {
      long version = Long.parseLong(text(record));
      assertThat(version)
          .as(record.key())
          .isLessThanOrEqualTo(highest.getOrDefault(record.key(), 0L) + 1);
      highest.merge(record.key(), version, Math::max);
      last.put(record.key(), version);
    }
    assertThat(highest).containsExactlyInAnyOrderEntriesOf(Entities.versions(database));
    assertThat(last).as("what compaction keeps").isEqualTo(highest);
  }

  static String text(ConsumerRecord<String, byte[]> record) {
    return new String(record.value(), UTF_8);
  }

  List<ConsumerRecord<String, byte[]>> records() {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
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

  @Override
  public void close() {
    instances.forEach(ApplicationContext::close);
  }
}
