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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.conferencedigest.embedded.Database;
import org.conferencedigest.embedded.KafkaBroker;
import org.conferencedigest.embedded.TestMachine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

  private final Database database = TestMachine.freshDatabase();
  private final String topic = "topic-" + UUID.randomUUID();
  private final List<ApplicationContext> instances = new ArrayList<>();

  @BeforeEach
  void createTables() throws SQLException {
    Entities.createTables(database);
  }

  @AfterEach
  void stop() {
    instances.forEach(ApplicationContext::close);
  }

  @Test
  void sendsWhatCommitsAndNothingElse() throws Exception {
    Entities entities = instance(TestMachine.kafka(), Map.of());
    entities.change("spark", "a", 0);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    entities
                        .transactions()
                        .executeWrite(
                            status -> {
                              entities
                                  .outbox()
                                  .append(
                                      new OutboxMessage(
                                          topic, "spark/b", "spark", Map.of(), new byte[1]));
                              throw new IllegalStateException("rolled back");
                            })))
        .hasMessageContaining("rolled back");
    awaitSent();

    assertThat(records(TestMachine.kafka()))
        .extracting(ConsumerRecord::key)
        .containsExactly("spark/a");
  }

  @Test
  void losesAndReversesNothingWithTwoInstancesAndWritersOfTheSameKeys() throws Exception {
    List<Entities> services =
        List.of(instance(TestMachine.kafka(), Map.of()), instance(TestMachine.kafka(), Map.of()));
    try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
      List<Future<?>> all = new ArrayList<>();
      for (int writer = 0; writer < 6; writer++) {
        Entities entities = services.get(writer % 2);
        all.add(
            writers.submit(
                () -> {
                  for (int i = 0; i < 150; i++) {
                    entities.change("conference-" + i % 5, "note-" + i % 3, 0);
                  }
                }));
      }
      for (Future<?> writer : all) {
        writer.get();
      }
    }
    awaitSent();

    assertNothingLostOrReversed(TestMachine.kafka());
  }

  @Test
  void waitsForABrokerThatIsDownWhileWritesGoOn() throws Exception {
    try (KafkaBroker broker = TestMachine.ownKafka()) {
      Entities entities = instance(broker, Map.of());
      entities.change("spark", "a", 0);
      awaitSent();
      broker.kill();
      for (int i = 0; i < 20; i++) {
        entities.change("spark", "a", 0);
      }
      assertThat(Entities.count(database, "select count(*) from outbox")).isEqualTo(20);
      broker.restart();
      awaitSent();

      assertNothingLostOrReversed(broker);
    }
  }

  @Test
  void setsAsideWhatCanNeverBeSentAndGoesOn() throws Exception {
    Entities entities = instance(TestMachine.kafka(), Map.of("outbox.largest-record", 10_000));
    entities.change("spark", "large", 50_000);
    entities.change("spark", "small", 0);
    awaitSent();

    assertThat(records(TestMachine.kafka()))
        .extracting(ConsumerRecord::key)
        .containsExactly("spark/small");
    assertThat(
            Entities.count(
                database,
                "select count(*) from outbox where set_aside_at is not null and reason <> ''"))
        .isEqualTo(1);
  }

  @Test
  void sendsAgainWhatWasSentButNotMarked() throws Exception {
    Entities entities = instance(TestMachine.kafka(), Map.of("outbox.relay", false));
    entities.change("spark", "a", 0);
    ApplicationContext crashed = instances.getFirst();
    OutboxTable table = crashed.getBean(OutboxTable.class);
    java.util.BitSet lane = new java.util.BitSet();
    lane.set(Lane.of("spark"));
    crashed.getBean(Sender.class).send(table.next(lane, 10, 1_000).getFirst()).get();

    instance(TestMachine.kafka(), Map.of());
    awaitSent();

    assertThat(records(TestMachine.kafka()))
        .extracting(r -> new String(r.value(), UTF_8))
        .containsExactly("1", "1");
  }

  @Test
  void sendsNothingInALaneThatAnotherHoldsUntilItsLeaseEnds() throws Exception {
    Entities crashed = instance(TestMachine.kafka(), Map.of("outbox.relay", false));
    java.util.BitSet lane = new java.util.BitSet();
    lane.set(Lane.of("spark"));
    long taken = System.nanoTime();
    instances.getFirst().getBean(Leases.class).take(lane);
    crashed.change("spark", "a", 0);

    instance(TestMachine.kafka(), Map.of());
    awaitSent();

    assertThat(Duration.ofNanos(System.nanoTime() - taken)).isGreaterThan(Duration.ofSeconds(5));
  }

  private void assertNothingLostOrReversed(KafkaBroker broker) throws SQLException {
    Map<String, Long> highest = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records(broker)) {
      long version = Long.parseLong(new String(record.value(), UTF_8));
      long before = highest.getOrDefault(record.key(), 0L);
      assertThat(version).as(record.key()).isBetween(before, before + 1);
      highest.put(record.key(), version);
    }
    assertThat(highest).containsExactlyInAnyOrderEntriesOf(Entities.versions(database));
  }

  @SuppressWarnings("unchecked") // the bean of that generic type
  private Entities instance(KafkaBroker broker, Map<String, Object> settings) throws Exception {
    createTopic(broker);
    Map<String, Object> properties =
        new HashMap<>(
            Map.of(
                "datasources.default.url", database.url(),
                "datasources.default.username", database.user(),
                "datasources.default.password", database.password(),
                "datasources.default.dialect", "POSTGRES",
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "identity.jwks-url", "http://localhost:1/none"));
    properties.putAll(settings);
    ApplicationContext context = ApplicationContext.run(properties);
    instances.add(context);
    return new Entities(
        context.getBean(Argument.of(TransactionOperations.class, Connection.class)),
        context.getBean(Outbox.class),
        topic);
  }

  private void createTopic(KafkaBroker broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      if (!admin.listTopics().names().get().contains(topic)) {
        admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
      }
    }
  }

  private void awaitSent() throws Exception {
    await(
        () ->
            Entities.count(database, "select count(*) from outbox where set_aside_at is null")
                == 0);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    Instant deadline = Instant.now().plusSeconds(40);
    while (!condition.call()) {
      assertThat(Instant.now()).as("the deadline").isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private List<ConsumerRecord<String, byte[]>> records(KafkaBroker broker) {
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
}
