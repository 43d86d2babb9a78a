package org.conferencedigest.summary.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.conferencedigest.events.EventHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter, as an operator sees it. It tells of the record, not what is in it.
 *
 * @param id names it in this API
 * @param topic where the record came from, with its partition, offset and time
 * @param at when it was put aside
 * @param bodySize in bytes; of the record, even where the letter does not keep its body
 * @param replayable whether its body was kept
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Letter(
    String id,
    @Nullable String topic,
    @Nullable String partition,
    @Nullable String offset,
    @Nullable Instant timestamp,
    @Nullable String key,
    @Nullable String type,
    @Nullable String requestId,
    String reason,
    Instant at,
    long bodySize,
    boolean replayable) {

  static LetterId id(ConsumerRecord<byte[], byte[]> record) {
    return new LetterId(record.topic(), record.partition(), record.offset());
  }

  @JsonIgnore
  LetterId letterId() {
    return LetterId.parse(id).orElseThrow();
  }

  static Letter of(ConsumerRecord<byte[], byte[]> record) {
    String omitted = header(record, LetterHeaders.OMITTED);
    return new Letter(
        id(record).toString(),
        header(record, LetterHeaders.TOPIC),
        header(record, LetterHeaders.PARTITION),
        header(record, LetterHeaders.OFFSET),
        number(header(record, LetterHeaders.TIMESTAMP)).map(Instant::ofEpochMilli).orElse(null),
        record.key() == null ? null : new String(record.key(), UTF_8),
        header(record, EventHeaders.TYPE),
        header(record, EventHeaders.REQUEST_ID),
        Objects.requireNonNullElse(header(record, LetterHeaders.REASON), "no reason was given"),
        Instant.ofEpochMilli(record.timestamp()),
        number(omitted).orElse((long) Math.max(0, record.serializedValueSize())),
        omitted == null);
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return LetterHeaders.text(record.headers(), name);
  }

  /** Empty also for what someone else wrote there. */
  private static Optional<Long> number(@Nullable String text) {
    return text != null && text.matches("\\d{1,18}")
        ? Optional.of(Long.parseLong(text))
        : Optional.empty();
  }
}
