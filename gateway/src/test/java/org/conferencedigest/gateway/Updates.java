package org.conferencedigest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.conferencedigest.events.DigestChange;
import org.conferencedigest.events.DigestUpdated;
import org.conferencedigest.events.EventCodec;
import org.conferencedigest.events.EventHeaders;
import org.conferencedigest.events.EventType;

/** Publishes updates as the summary service does. */
public final class Updates implements AutoCloseable {

  private final EventCodec codec;
  private final KafkaProducer<byte[], byte[]> producer;

  public Updates(String bootstrapServers, EventCodec codec) {
    this.codec = codec;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Makes the topic, if it is not there. */
  public static void createTopic(String bootstrapServers) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(EventType.DIGEST_UPDATED.topic(), EventType.PARTITIONS, (short) 1)
                      .configs(Map.of("cleanup.policy", "compact"))))
          .all()
          .get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says that a conference's digest has a revision, made by these versions. */
  public void publish(String conference, long revision, Map<String, Long> applied) {
    publish(conference, revision, applied, false);
  }

  public void publish(
      String conference, long revision, Map<String, Long> applied, boolean deleted) {
    DigestUpdated update =
        new DigestUpdated(
            conference,
            revision,
            deleted,
            Instant.now(),
            List.of(new DigestChange(DigestChange.Kind.CHANGED, "note-" + revision)),
            false,
            Map.of(),
            applied);
    publish(conference, EventType.DIGEST_UPDATED.type(), codec.write(update));
  }

  /** Publishes anything at all. */
  public void publish(String key, String type, byte[] body) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(EventType.DIGEST_UPDATED.topic(), key.getBytes(UTF_8), body);
    record.headers().add(EventHeaders.TYPE, type.getBytes(UTF_8));
    try {
      producer.send(record).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
