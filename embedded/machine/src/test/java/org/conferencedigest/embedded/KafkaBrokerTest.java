package org.conferencedigest.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

  private static final TopicPartition PARTITION = new TopicPartition("facts", 0);

  @TempDir private Path folder;

  @Test
  void keepsWhatWasAcknowledgedBeforeAKill() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(folder.resolve("data"), folder.resolve("log"))) {
      createTopic(broker);
      send(broker, "before");
      broker.kill();
      broker.restart();
      send(broker, "after");
      assertThat(read(broker, 2)).containsExactly("before", "after");
    }
  }

  /** What a full disk does to a file that is mapped into memory: there is no page to write to. */
  @Test
  void endsWhenItsIndexCannotBeWrittenAndKeepsWhatWasAcknowledged() throws Exception {
    Path data = folder.resolve("data");
    try (KafkaBroker broker = KafkaBroker.start(data, folder.resolve("log"))) {
      createTopic(broker);
      String first = "a".repeat(5_000);
      send(broker, first);
      try (FileChannel index =
          FileChannel.open(
              data.resolve("facts-0/00000000000000000000.index"), StandardOpenOption.WRITE)) {
        index.truncate(0);
      }

      try (KafkaProducer<byte[], byte[]> producer = producer(broker)) {
        Future<?> second = producer.send(record("second"));
        broker.onExit().get(20, TimeUnit.SECONDS);
        broker.restart();
        second.get(20, TimeUnit.SECONDS);
      }

      assertThat(read(broker, 2)).containsExactly(first, "second");
    }
  }

  private static void createTopic(KafkaBroker broker) throws Exception {
    try (Admin admin = Admin.create(connection(broker))) {
      admin.createTopics(List.of(new NewTopic("facts", 1, (short) 1))).all().get();
    }
  }

  private static void send(KafkaBroker broker, String text) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer(broker)) {
      producer.send(record(text)).get();
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(KafkaBroker broker) {
    return new KafkaProducer<>(
        connection(broker), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static ProducerRecord<byte[], byte[]> record(String text) {
    return new ProducerRecord<>("facts", text.getBytes(UTF_8));
  }

  private static List<String> read(KafkaBroker broker, int count) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            connection(broker), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      List<String> texts = new java.util.ArrayList<>();
      Deadline deadline = Deadline.in(Duration.ofSeconds(20));
      while (texts.size() < count && !deadline.over()) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
        records.forEach(record -> texts.add(new String(record.value(), UTF_8)));
      }
      return texts;
    }
  }

  private static Map<String, Object> connection(KafkaBroker broker) {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
