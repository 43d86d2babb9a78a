package org.conferencedigest.summary.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.conferencedigest.events.ConferenceChanged;
import org.conferencedigest.events.DigestEvent;
import org.conferencedigest.events.EventHeaders;
import org.conferencedigest.events.EventType;
import org.conferencedigest.events.TalkReviewed;
import org.jspecify.annotations.Nullable;

/** Publishes events as the notes service does, and what it never would. */
public final class Sender implements AutoCloseable {

  public static final String TRACEPARENT =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  public static final String REQUEST_ID = "request-of-the-test";

  private final KafkaProducer<byte[], byte[]> producer;
  private final ObjectMapper json = ObjectMapper.getDefault();

  public Sender(String servers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all", "max.request.size", 20_000_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  public RecordMetadata send(DigestEvent event) {
    return send(type(event), event.conference(), key(event), body(event), headers(event));
  }

  public RecordMetadata send(
      EventType type,
      String conference,
      @Nullable String key,
      byte @Nullable [] body,
      Map<String, String> headers) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            type.topic(), partition(conference), key == null ? null : key.getBytes(UTF_8), body);
    headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    try {
      return producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  public static int partition(String conference) {
    return Utils.toPositive(Utils.murmur2(conference.getBytes(UTF_8))) % EventType.PARTITIONS;
  }

  public static EventType type(DigestEvent event) {
    return switch (event) {
      case TalkReviewed note -> EventType.TALK_REVIEWED;
      case ConferenceChanged conference -> EventType.CONFERENCE_CHANGED;
    };
  }

  public static String key(DigestEvent event) {
    return switch (event) {
      case TalkReviewed note -> note.conference() + "/" + note.note();
      case ConferenceChanged conference -> conference.conference();
    };
  }

  public byte[] body(DigestEvent event) {
    try {
      return json.writeValueAsBytes(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Map<String, String> headers(DigestEvent event) {
    return new LinkedHashMap<>(
        EventHeaders.of(
            type(event),
            UUID.randomUUID().toString(),
            "/notes-service",
            key(event),
            Instant.now(),
            TRACEPARENT,
            REQUEST_ID));
  }

  @Override
  public void close() {
    producer.close();
  }
}
